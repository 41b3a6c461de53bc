using System.Text.RegularExpressions;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What in a report forbids an automatic recovery, whatever the models say. A status or kind of task that is not told counts as the worse.</summary>
internal static partial class ReportGuards
{
    private static readonly TimeSpan OldestEvent = TimeSpan.FromHours(48);
    private static readonly string[] OtherStatuses = ["recovering", "on-hold", "onhold", "noRecoveryDoc"];

    /// <summary>Codes for which operators do something else than a plain retry first.</summary>
    private static readonly int[] OtherProcedures = [73, 134, 137, 8001, 8002, 8004, 71104, 99303];

    public static IEnumerable<Reason> Of(CaseFile file) =>
    [
        .. OfStatus(file.Event.Status ?? ""),
        .. Because.When(file.Facts.Now - file.Event.ReportedAt > OldestEvent, "guard.age", "The report is older than 48 h."),
        .. Because.When(!TaskWork.IsRecoverable(file.Event), "guard.task", "The task is not known to be processing, production or merge."),
        .. Because.When(file.Event.HasRecoveryDocument is false, "guard.document", "There is no recovery document for the task."),
        .. Because.When(file.Sites.Resolved.Count == 0, "guard.sites", "No site is left to run at."),
        .. OfCode(file),
        .. Because.When(IsSecondRecovery(file) && SameCodeAsBefore(file), "guard.attempt", "Earlier recoveries did not cure this error, or it is not known what they were for."),
    ];

    private static IEnumerable<Reason> OfStatus(string status)
    {
        var tags = status.Split('-');
        var other = OtherStatuses.Where(word => status.Contains(word, StringComparison.OrdinalIgnoreCase)).ToList();
        return Because.When(!tags.Contains("manual", StringComparer.OrdinalIgnoreCase), "guard.status", "The status does not ask for an operator (no 'manual' in it).")
            .Concat(Because.When(other.Count > 0, "guard.status", $"The status holds {string.Join(", ", other)}."));
    }

    private static IEnumerable<Reason> OfCode(CaseFile file) => file.Dominant.Code is not { } code
        ? [Because.Of("guard.procedure", "No failure has an error code, so nothing tells what went wrong.")]
        : Because.When(OtherProcedures.Contains(code), "guard.procedure", $"What operators do first about {code} is not a plain ACDC.");

    /// <summary>Where the attempt is not told, the rounds that were reported tell.</summary>
    private static bool IsSecondRecovery(CaseFile file) =>
        (file.Event.Attempt ?? file.Facts.EarlierCodes.Count) >= 2 || LaterRound().IsMatch(file.Event.Workflow);

    private static bool SameCodeAsBefore(CaseFile file) =>
        file.Facts.EarlierCodes.Count == 0 || file.Dominant.Code is not { } code || file.Facts.EarlierCodes.Any(earlier => earlier is null || earlier == code);

    /// <summary>ACDC0 is the first recovery of a workflow, ACDC1 that of a recovery.</summary>
    [GeneratedRegex("(^|_)ACDC0*[1-9][0-9]*_", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LaterRound();
}
