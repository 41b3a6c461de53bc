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
        foreach (var line in PolicySentences.Of(status.Policy))
            yield return line;
        foreach (var cell in status.Cells.Where(cell => cell.Earned).Take(MostCells))
            yield return string.Create(CultureInfo.InvariantCulture, $"Earned it: {cell.Cell} ({cell.Agreed} of {cell.Answers} agreed unprompted, surely {cell.LowerBound:P1}; {cell.PromptedAgreed} of {cell.Prompted} prompted).");
        yield return $"{status.Cells.Count(cell => cell.Earned)} of {status.Cells.Count} kinds of cases have earned it.";
        foreach (var reason in status.WhyNothing)
            yield return $"Nothing is automatic now: {reason}";
        if (status.WhyNothing.Count == 0)
            yield return "These kinds of cases may be automatic now.";
    }
}
