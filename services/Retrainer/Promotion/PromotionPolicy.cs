using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>How two sets of models did on the same later tasks, which neither had learned from.</summary>
/// <param name="Tasks">Number of those tasks.</param>
/// <param name="Candidate">Log-loss of the candidates' twins, in nats.</param>
/// <param name="Incumbent">Log-loss of the models that are there already, in nats.</param>
internal sealed record Duel(int Tasks, double Candidate, double Incumbent);

/// <summary>What becomes of a new set.</summary>
/// <param name="State">Its state, see <see cref="SetState"/>.</param>
/// <param name="Reason">Why.</param>
internal sealed record PromotionDecision(string State, string Reason);

/// <summary>
/// The models of one training stand or fall together, since what is recommended is a plan made of all their answers: by
/// the log-loss of action x memory bin they must beat the constant answer, the active models, and those in shadow, where
/// there are any. The first ones become active at once; all others have to prove themselves in shadow.
/// </summary>
internal static class PromotionPolicy
{
    /// <summary>Fewer later tasks than this say nothing about which of two sets is better.</summary>
    public const int FewestTasks = 200;

    public static PromotionDecision Decide(double logLoss, double constantLogLoss, Duel? againstActive, Duel? againstShadow)
    {
        if (logLoss >= constantLogLoss)
            return new(SetState.Refused, $"no better than the constant answer: log-loss {logLoss:F4} against {constantLogLoss:F4}");
        if (againstActive is null)
            return new(SetState.Active, $"the first models, and better than the constant answer: log-loss {logLoss:F4} against {constantLogLoss:F4}");
        return (Shortcoming(againstActive, "active") ?? Shortcoming(againstShadow, "shadow")) is { } why
            ? new(SetState.Refused, why)
            : new(SetState.Shadow, againstShadow is null ? Success(againstActive, "active") : $"{Success(againstActive, "active")}; {Success(againstShadow, "shadow")}");
    }

    private static string? Shortcoming(Duel? duel, string who) => duel switch
    {
        null => null,
        { Tasks: < FewestTasks } => $"only {duel.Tasks} tasks are newer than what the {who} models learned from, {FewestTasks} are needed to compare",
        _ when duel.Candidate >= duel.Incumbent => $"no better than the {who} models {Numbers(duel)}",
        _ => null,
    };

    private static string Success(Duel duel, string who) => $"better than the {who} models {Numbers(duel)}";

    private static string Numbers(Duel duel) => $"on {duel.Tasks} newer tasks: log-loss {duel.Candidate:F4} against {duel.Incumbent:F4}";
}
