namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>Where a case stands when an order on it arrives.</summary>
/// <param name="Disposition">Of the newest revision.</param>
/// <param name="IsOver">A newer round of the task was reported, or the workflow left assistance.</param>
/// <param name="Expired">What was published last must not be acted on any more.</param>
/// <param name="Taken">An executor has acted on an earlier order or recommendation.</param>
/// <param name="TakenBack">The operator has already taken the order back.</param>
/// <param name="Changed">What is recommended is newer than what the operator saw.</param>
/// <param name="LacksSite">It is to run somewhere, and no site is left to run at.</param>
/// <param name="LacksMemory">The memory ordered is no more than the task has by now.</param>
internal sealed record OrderedCase(
    string Disposition, bool IsOver, bool Expired, bool Taken, bool TakenBack, bool Changed, bool LacksSite, bool LacksMemory);

/// <summary>Why an order is not published.</summary>
internal static class OrderRefusal
{
    /// <summary>A sentence, or null when nothing speaks against it. What an undo withdrew, or nobody took up in time, may be ordered again.</summary>
    public static string? Why(OrderedCase? ordered) => ordered switch
    {
        null => "There is no such case.",
        { TakenBack: true } => "It was taken back before it was published.",
        { Taken: true } => "An executor has acted on an earlier order or recommendation.",
        { IsOver: true } => "The round is over: a newer one was reported, or the workflow has left assistance.",
        { Disposition: Disposition.Approved, Expired: false } => "Another order on this case stands already.",
        { Disposition: Disposition.Automatic, Expired: false } => "It is being recovered automatically.",
        { Changed: true } => "The case changed after the operator had looked.",
        { LacksSite: true } => "No site is left to run at.",
        { LacksMemory: true } => "The task has as much memory by now.",
        _ => null,
    };

    /// <summary>The same for an order on several cases, which stands whole or not at all.</summary>
    public static string WithOthers(string why) => $"For another task of the workflow: {why}";
}
