using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Views.Extras;

/// <summary>
/// The code with most errors at good sites and at bad sites: its share there, its category, and which it is if it is a
/// common one.
/// </summary>
internal sealed class MainErrorColumns : IExtraColumns
{
    /// <summary>
    /// The twelve commonest codes of July 2019 (82 % of the cells), then the two that come most often with other actions
    /// than acdc (73 and 61202).
    /// </summary>
    private static readonly int[] Common = [92, 85, 99303, 50660, 71104, 50664, 71305, 139, 8001, 99109, 8028, 8021, 73, 61202];
    private static readonly int PerSide = 1 + ErrorCategoryNames.All.Count + Common.Length;

    public IReadOnlyList<string> Names { get; } = [.. new[] { "good", "bad" }.SelectMany(NamesOf)];

    public void Write(TaskFacts facts, Span<float> values)
    {
        var matrix = facts.Task.Matrix;
        WriteSide(MainErrors.CodeOf(matrix, cell => cell.Readiness.IsGood()), facts.Totals.GoodErrors, values[..PerSide]);
        WriteSide(MainErrors.CodeOf(matrix, cell => !cell.Readiness.IsGood()), facts.Totals.BadErrors, values[PerSide..]);
    }

    private static void WriteSide((int Code, long Errors)? main, long errors, Span<float> values)
    {
        if (main is not { } most)
            return;

        values[0] = Values.Share(most.Errors, errors);
        values[1 + (int)ErrorCatalogue.CategoryOf(most.Code)] = 1;
        if (Array.IndexOf(Common, most.Code) is var common and >= 0)
            values[1 + ErrorCategoryNames.All.Count + common] = 1;
    }

    private static IEnumerable<string> NamesOf(string side) =>
    [
        $"main/{side}/share",
        .. ErrorCategoryNames.All.Select(category => $"main/{side}/{category}"),
        .. Common.Select(code => $"main/{side}/{code}"),
    ];
}
