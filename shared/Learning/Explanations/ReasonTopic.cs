using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>What a column is about: columns of one topic say the same of a task, and are told once.</summary>
/// <param name="Name">What it is about, e.g. <c>code 50660</c> or <c>failed share</c>.</param>
/// <param name="Specific">Whether an operator recognises a cause in it; sizes and kinds of requests are only what stands around.</param>
internal readonly record struct ReasonTopic(string Name, bool Specific)
{
    /// <summary>The topic of a column for a task; null where the task does not tell it, or it only says what was told.</summary>
    public static ReasonTopic? Of(string column, ReportedTask task)
    {
        if (!column.StartsWith("extras:", StringComparison.Ordinal))
            return OfCell(column.StartsWith("tier:", StringComparison.Ordinal) ? column["tier:".Length..] : column, task);

        var extra = column["extras:".Length..];
        return Told.Holds(extra, task) ? OfExtra(extra, extra.Split('/'), task) : null;
    }

    private static ReasonTopic OfCell(string column, ReportedTask task) => column.Split('/') switch
    {
        ["errors", "all", "any"] => Around("failures"),
        ["errors", "all", _] => Cause("readiness"),
        ["errors", var tier, _] => Cause($"tier {tier}"),
        ["-1", ..] => Around("lost work"),
        [var row, ..] when row.EndsWith('*') => OfCategory(row.TrimEnd('*'), task),
        [var row, ..] => Cause($"code {row}"),
        _ => Around(column),
    };

    private static ReasonTopic OfExtra(string column, string[] parts, ReportedTask task) => parts switch
    {
        ["errors"] => Around("failures"),
        ["errors" or "share", "good" or "bad"] => Cause("readiness"),
        ["share", "nowhere"] => Cause("nowhere"),
        ["share", var what] => CauseWords.Tier(what) is null ? OfCategory(what, task) : Cause($"tier {what}"),
        ["main", _, "share"] => Around("codes"),
        ["main", _, var what] => CauseWords.Category(what) is null ? Cause($"code {what}") : OfCategory(what, task),
        ["jobs", "failed-share"] => Cause("failed share"),
        ["memory-gb", ..] => Cause("memory"),
        ["cores"] => Cause("cores"),
        ["attempt"] or ["family", ..] => Cause("round"),
        ["campaign", ..] => Cause("campaign"),
        ["around", _, var what] when what.Contains("same-code", StringComparison.Ordinal) => Cause("same error of late"),
        ["around", _, var what] => Around(what.StartsWith("campaign", StringComparison.Ordinal) ? "campaign of late" : "reports of late"),
        ["siblings", "50660" or "same-code"] => Cause("same error in siblings"),
        ["workflow", "share", var category] => task.Around is { Siblings.Count: > 0 } ? Cause($"workflow's {category}") : OfCategory(category, task),
        ["codes"] or ["entropy", "codes"] => Around("codes"),
        ["sites", ..] or ["entropy", "sites"] => Around("sites"),
        ["lost", ..] => Around("lost work"),
        [var first, ..] => Around(first),
        _ => Around(column),
    };

    /// <summary>Where a task has one code of a category, the category says no more than the code.</summary>
    private static ReasonTopic OfCategory(string category, ReportedTask task)
    {
        var codes = task.Matrix.Cells
            .Where(cell => cell.Code != SiteErrorMatrix.NotReported && ErrorCatalogue.CategoryOf(cell.Code).ToName() == category)
            .Select(cell => cell.Code).Distinct().Take(2).ToList();
        return Cause(codes is [var only] && CodeRows.Knows(only) ? $"code {only}" : $"category {category}");
    }

    private static ReasonTopic Cause(string name) => new(name, Specific: true);

    private static ReasonTopic Around(string name) => new(name, Specific: false);
}
