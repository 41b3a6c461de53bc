using System.Globalization;
using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Failures;

namespace WorkflowRecovery.Console.Errors;

/// <summary>All error codes.</summary>
public partial class ErrorsPage : ComponentBase
{
    private IReadOnlyList<KnownCode>? _codes;
    private string _text = "";
    private string _category = "";
    private bool _met;

    [Inject]
    private FailureBook Book { get; set; } = null!;

    private IReadOnlyList<KnownCode> Chosen => [.. (_codes ?? []).Where(IsChosen)];

    /// <inheritdoc />
    protected override void OnInitialized() => Read();

    private static void Ignore()
    {
        // The list follows what is typed.
    }

    private void Read()
    {
        var sums = Book.Last;
        _codes = KnownCode.All(sums.Week, sums.Month);
    }

    private bool IsChosen(KnownCode code) =>
        (_category.Length == 0 || code.Category == _category)
        && (!_met || code.Month is not null)
        && (code.Code.ToString(CultureInfo.InvariantCulture).StartsWith(_text.Trim(), StringComparison.Ordinal)
            || code.Meaning.Contains(_text.Trim(), StringComparison.OrdinalIgnoreCase));

    private void Search(ChangeEventArgs typed) => _text = typed.Value as string ?? "";
}
