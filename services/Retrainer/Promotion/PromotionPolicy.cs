namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>How two models did on the same later tasks, which neither had learned from.</summary>
/// <param name="Tasks">Number of those tasks.</param>
/// <param name="Candidate">Log-loss of the candidate's twin, in nats.</param>
/// <param name="Active">Log-loss of the active model, in nats.</param>
internal sealed record Duel(int Tasks, double Candidate, double Active);

/// <summary>Whether a candidate becomes active: it must beat the constant answer, and the active model where there is one.</summary>
internal static class PromotionPolicy
{
    /// <summary>Fewer later tasks than this say nothing about which of two models is better.</summary>
    public const int FewestTasks = 200;

    public static (bool Promote, string Reason) Decide(double logLoss, double constantLogLoss, Duel? duel)
    {
        if (logLoss >= constantLogLoss)
            return (false, $"no better than the constant answer: log-loss {logLoss:F4} against {constantLogLoss:F4}");
        if (duel is null)
            return (true, $"the first model, and better than the constant answer: log-loss {logLoss:F4} against {constantLogLoss:F4}");
        if (duel.Tasks < FewestTasks)
            return (false, $"only {duel.Tasks} tasks are newer than the active model, {FewestTasks} are needed to compare");
        return duel.Candidate < duel.Active
            ? (true, $"better than the active model on {duel.Tasks} newer tasks: log-loss {duel.Candidate:F4} against {duel.Active:F4}")
            : (false, $"no better than the active model on {duel.Tasks} newer tasks: log-loss {duel.Candidate:F4} against {duel.Active:F4}");
    }
}
