using System.Globalization;
using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Wr.Automatic;

/// <summary>What may be automatic, for a person.</summary>
internal static class AutomaticText
{
    private const int MostCells = 20;

    public static IEnumerable<string> Lines(AutomaticStatus status)
    {
        yield return status.Switch is { } moved
            ? string.Create(CultureInfo.InvariantCulture, $"The switch is {(moved.IsOn ? "on" : "off")} since {moved.SwitchedAt:yyyy-MM-dd HH:mm:ss} UTC, by {moved.SwitchedBy}{(moved.Why is null ? "" : $": {moved.Why}")}.")
            : "The switch was never moved, so it is off.";
        foreach (var line in Lines(status.Policy))
            yield return line;
        foreach (var cell in status.Cells.Where(cell => cell.Earned).Take(MostCells))
            yield return string.Create(CultureInfo.InvariantCulture, $"Earned it: {cell.Cell} ({cell.Agreed} of {cell.Answers} agreed, surely {cell.LowerBound:P1}).");
        yield return $"{status.Cells.Count(cell => cell.Earned)} of {status.Cells.Count} kinds of cases have earned it.";
        foreach (var reason in status.WhyNothing)
            yield return $"Nothing is automatic now: {reason}";
        if (status.WhyNothing.Count == 0)
            yield return "These kinds of cases may be automatic now.";
    }

    public static IEnumerable<string> Lines(RecoveryPolicy policy)
    {
        var automatic = policy.Automatic;
        yield return $"Policy {policy.Version}: {(automatic.Allowed ? "some may be automatic" : "nothing may be automatic")}, "
            + $"changing {(automatic.Changes.Count == 0 ? "no parameter" : string.Join(", ", automatic.Changes))}, in campaigns {(automatic.Campaigns is { } campaigns ? string.Join(", ", campaigns.DefaultIfEmpty("none")) : "all")}.";
        yield return string.Create(CultureInfo.InvariantCulture, $"It asks for a probability of {automatic.LeastConfidence}, and {automatic.EarnedAnswers} answers with an agreement of surely {automatic.EarnedAgreement}; in an hour at most {automatic.PerHour}, {automatic.PerHourAndCampaign} in a campaign, {automatic.PerHourAndSite} at a site.");
        yield return string.Create(CultureInfo.InvariantCulture, $"It recommends nothing below a probability of {policy.AbstainBelow}, blinds {policy.BlindedShare:P0} of the cases, and asks for at most {policy.MaxMemoryMbPerCore} MB per core.");
    }
}
