using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>Says in words what a column of a view in use holds for a task.</summary>
public static class ColumnSentence
{
    private const string OfTier = "tier:";
    private const string OfExtras = "extras:";

    /// <summary>One sentence, such as <c>212 of 240 failures are 50660 (MEM: …) at good T2 sites.</c></summary>
    /// <param name="contribution">A column of <see cref="TierView"/>, <see cref="ExtrasView"/> or both combined, with the task's value in it.</param>
    /// <param name="totalErrors">Failed jobs of the task.</param>
    /// <param name="campaign">The task's campaign; null when it is not known.</param>
    public static string Of(Contribution contribution, long totalErrors, string? campaign = null)
    {
        ArgumentNullException.ThrowIfNull(contribution);
        var column = contribution.Column;
        if (column.StartsWith(OfExtras, StringComparison.Ordinal))
            return ExtraSentence.Of(column[OfExtras.Length..], contribution.Value, campaign);

        return OfCell(column.StartsWith(OfTier, StringComparison.Ordinal) ? column[OfTier.Length..] : column, contribution.Value, totalErrors);
    }

    private static string OfCell(string column, float value, long totalErrors)
    {
        var parts = column.Split('/');
        var (row, place) = (parts[0], Place(parts[1], parts[2]));
        var count = (long)Math.Round(Math.Exp(value) - 1);
        return row switch
        {
            "-1" when count == 1 => $"Work was lost without a report in one place{place}.",
            "-1" => count == 0 ? $"No work was lost without a report{place}." : $"Work was lost without a report in {count} places{place}.",
            "errors" when place.Length == 0 => count == 0 ? "No job failed." : $"There are {count} failures.",
            "errors" => count == 0 ? $"No job failed{place}." : $"{count} of {totalErrors} failures are{place}.",
            _ => count == 0 ? $"No failure is {CauseWords.Row(row)}{place}." : $"{count} of {totalErrors} failures are {CauseWords.Row(row)}{place}.",
        };
    }

    /// <summary>With a blank in front; nothing for all sites, which goes without saying.</summary>
    private static string Place(string tier, string side) => (tier, side) switch
    {
        ("all", "any") => "",
        ("all", _) => $" at {side} sites",
        ("other", _) => " at places without a tier",
        _ => $" at {side} {tier} sites",
    };
}
