using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Learning.Artifacts;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>Says in words what a column of the tier view holds for a task.</summary>
public static class ColumnSentence
{
    /// <summary>One sentence, such as <c>212 of 240 failures are 50660 (MEM: …) at good T2 sites.</c></summary>
    /// <param name="contribution">A column of <see cref="Views.TierView"/> with the task's value in it.</param>
    /// <param name="totalErrors">Failed jobs of the task.</param>
    public static string Of(Contribution contribution, long totalErrors)
    {
        var parts = contribution.Column.Split('/');
        var (row, place) = (parts[0], Place(parts[1], parts[2]));
        var count = (long)Math.Round(Math.Exp(contribution.Value) - 1);
        return row switch
        {
            "-1" when count == 1 => $"Work was lost without a report in one place {place}.",
            "-1" => count == 0 ? $"No work was lost without a report {place}." : $"Work was lost without a report in {count} places {place}.",
            "errors" => count == 0 ? $"No job failed {place}." : $"{count} of {totalErrors} failures are {place}.",
            _ => count == 0 ? $"No failure is {Named(row)} {place}." : $"{count} of {totalErrors} failures are {Named(row)} {place}.",
        };
    }

    private static string Named(string row)
    {
        if (row.EndsWith('*'))
            return $"of another code of category {row.TrimEnd('*')}";

        var error = ErrorCatalogue.Find(int.Parse(row));
        return error is null ? row : $"{row} ({error.Category.ToName()}: {error.Description})";
    }

    private static string Place(string tier, string side) => (tier, side) switch
    {
        ("all", "any") => "at any site",
        ("all", _) => $"at {side} sites",
        ("other", _) => "at places without a tier",
        _ => $"at {side} {tier} sites",
    };
}
