using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Charts;

namespace WorkflowRecovery.Console.Models;

/// <summary>How operators agreed with what was recommended.</summary>
public partial class AgreementPart : ComponentBase
{
    private Agreement _all = Agreement.Of([], only: null);
    private Agreement _shown = Agreement.Of([], only: null);
    private IReadOnlyList<DateTimeOffset> _weeks = [];
    private IReadOnlyList<WeekLine> _lines = [];
    private string _action = "";

    /// <summary>The answers, the oldest week first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<AnsweredWeek> Answers { get; set; } = [];

    /// <inheritdoc />
    protected override void OnParametersSet() => Choose();

    private void Choose()
    {
        _all = Agreement.Of(Answers, only: null);
        _shown = _action.Length == 0 ? _all : Agreement.Of(Answers, _action);
        _weeks = [.. _shown.Weeks.Select(week => week.Week)];
        _lines =
        [
            new("ordered as recommended", "first", [.. _shown.Weeks.Select(week => week.Agreed)]),
            new("right, always answering what was commonest until then", "beside", [.. _shown.Weeks.Select(week => week.Constant)]),
        ];
    }
}
