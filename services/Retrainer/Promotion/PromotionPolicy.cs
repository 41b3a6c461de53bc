namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>How two sets of models did on the same later tasks, which neither had learned from.</summary>
/// <param name="Tasks">Number of those tasks.</param>
/// <param name="Candidate">Log-loss of the candidates' twins, in nats.</param>
/// <param name="Active">Log-loss of the active models, in nats.</param>
internal sealed record Duel(int Tasks, double Candidate, double Active);

/// <summary>Whether candidates become active.</summary>
/// <param name="Promote">Whether they do.</param>
/// <param name="Reason">Why, or why not.</param>
internal sealed record PromotionDecision(bool Promote, string Reason);

/// <summary>
/// The models of one training stand or fall together, since what is recommended is a plan made of all their answers: by
/// the log-loss of action x memory bin they must beat the constant answer, and the active models where there are any.
/// </summary>
internal static class PromotionPolicy
{
    /// <summary>Fewer later tasks than this say nothing about which of two sets is better.</summary>
    public const int FewestTasks = 200;

    public static PromotionDecision Decide(double logLoss, double constantLogLoss, Duel? duel)
    {
        if (logLoss >= constantLogLoss)
            return new(false, $"no better than the constant answer: log-loss {logLoss:F4} against {constantLogLoss:F4}");
        if (duel is null)
            return new(true, $"the first models, and better than the constant answer: log-loss {logLoss:F4} against {constantLogLoss:F4}");
        if (duel.Tasks < FewestTasks)
            return new(false, $"only {duel.Tasks} tasks are newer than what the active models learned from, {FewestTasks} are needed to compare");
        return duel.Candidate < duel.Active
            ? new(true, $"better than the active models on {duel.Tasks} newer tasks: log-loss {duel.Candidate:F4} against {duel.Active:F4}")
            : new(false, $"no better than the active models on {duel.Tasks} newer tasks: log-loss {duel.Candidate:F4} against {duel.Active:F4}");
    }
}
