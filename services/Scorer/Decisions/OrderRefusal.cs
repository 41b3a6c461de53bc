namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>Where a case stands when an order on it arrives.</summary>
/// <param name="Disposition">Of the newest revision.</param>
/// <param name="IsOver">A newer round of the task was reported, or the workflow left assistance.</param>
/// <param name="Expired">Nobody may act on the newest revision by itself any more.</param>
/// <param name="Taken">An executor has taken it up.</param>
/// <param name="TakenBack">The operator has already taken the order back.</param>
/// <param name="LacksSite">It is to run somewhere, and no site is left to run at.</param>
internal sealed record OrderedCase(string Disposition, bool IsOver, bool Expired, bool Taken, bool TakenBack, bool LacksSite);

/// <summary>Why an order is not published.</summary>
internal static class OrderRefusal
{
    /// <summary>A sentence, or null when nothing speaks against it. What an undo withdrew may be ordered again, and so may what expired untaken.</summary>
    public static string? Why(OrderedCase? ordered) => ordered switch
    {
        null => "There is no such case.",
        { TakenBack: true } => "It was taken back before it was published.",
        { IsOver: true } => "The round is over: a newer one was reported, or the workflow has left assistance.",
        { Disposition: Disposition.Approved, Expired: false } => "Another order on this case stands already.",
        { Disposition: Disposition.Automatic, Expired: false } => "It is being recovered automatically.",
        { Disposition: Disposition.Approved or Disposition.Automatic, Taken: true } => "An executor has taken it up.",
        { LacksSite: true } => "No site is left to run at.",
        _ => null,
    };
}
