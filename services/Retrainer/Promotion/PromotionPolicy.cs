using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>How two sets of models did on the same later tasks, which neither had learned from.</summary>
/// <param name="Tasks">Number of those tasks.</param>
/// <param name="Candidate">Log-loss of the candidates' twins, in nats.</param>
/// <param name="Incumbent">Log-loss of the models that are there already, in nats.</param>
internal sealed record Duel(int Tasks, double Candidate, double Incumbent);

/// <summary>How a set in shadow stands.</summary>
/// <param name="RunId">Its training.</param>
/// <param name="Cases">Answered workflows that count.</param>
/// <param name="Evidence">What they say for it; 1 says nothing.</param>
/// <param name="Age">How long it has been in shadow.</param>
/// <param name="KnowsDrift">False when something drifts that was found only after it was trained.</param>
internal sealed record OpenTrial(Guid RunId, int Cases, double Evidence, TimeSpan Age, bool KnowsDrift);

/// <summary>What a new set meets.</summary>
internal sealed record Field
{
    /// <summary>No set was ever active.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Since when something drifts that the twins could not learn of; null when nothing does.</summary>
    public DateTimeOffset? Drift { get; init; }

    /// <summary>How its twins did against the active models; null when there are none that can be read, and where something drifts.</summary>
    public Duel? AgainstActive { get; init; }

    /// <summary>The set in shadow beside the active one; null without one, or when nothing is active.</summary>
    public OpenTrial? Trial { get; init; }
}

/// <summary>What becomes of a new set.</summary>
/// <param name="State">Its state, see <see cref="SetState"/>.</param>
/// <param name="Reason">Why.</param>
internal sealed record PromotionDecision(string State, string Reason);

/// <summary>
/// The models of one training stand or fall together, since what is recommended is a plan made of all their answers: by
/// the log-loss of action x memory bin they must beat the constant answer and the active models. The first ones ever become
/// active at once; all others have to prove themselves in shadow, on live tasks. Where something drifts that was found after
/// all that the twins have learned, later months cannot tell how the models do that have learned of it, and the trial in
/// shadow alone decides. A trial under way is not broken off for the next set.
/// </summary>
internal static class PromotionPolicy
{
    /// <summary>Fewer later tasks than this say nothing about which of two sets is better.</summary>
    public const int FewestTasks = 200;

    /// <summary>Fewer answered workflows than this say nothing about a set in shadow.</summary>
    public const int FewestTrialWorkflows = 100;

    /// <summary>After so long a set in shadow that hardly any answers reach stands in nobody's way.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(14);

    public static PromotionDecision Decide(double logLoss, double constantLogLoss, Field field)
    {
        var constant = $"better than the constant answer: log-loss {logLoss:F4} against {constantLogLoss:F4}";
        if (logLoss >= constantLogLoss)
            return new(SetState.Refused, $"no {constant}");
        if (field.IsFirst)
            return new(SetState.Active, $"the first models, and {constant}");
        if ((Shortcoming(field.AgainstActive) ?? Precedence(field.Trial)) is { } why)
            return new(SetState.Refused, why);
        return new(SetState.Shadow, field switch
        {
            { Drift: { } since } => $"{constant}; live tasks decide, since what drifts since {since.UtcDateTime:yyyy-MM-dd HH:mm} later months cannot tell of",
            { AgainstActive: { } duel } => $"better than the active models {Numbers(duel)}",
            _ => $"{constant}; there are no active models that can be read, so that nothing can be compared: it has to be promoted by hand",
        });
    }

    private static string? Shortcoming(Duel? duel) => duel switch
    {
        null => null,
        { Tasks: < FewestTasks } => $"only {duel.Tasks} tasks are newer than what the active models learned from, {FewestTasks} are needed to compare",
        _ when duel.Candidate >= duel.Incumbent => $"no better than the active models {Numbers(duel)}",
        _ => null,
    };

    private static string? Precedence(OpenTrial? trial) => trial is not null && (GoesWell(trial) || IsYoung(trial))
        ? $"{trial.RunId} is on trial in shadow: after {trial.Cases} answered workflows the evidence for it is {trial.Evidence:0.##}"
        : null;

    /// <summary>What was trained before a drift needs more than a lucky start to go before what was trained after it.</summary>
    private static bool GoesWell(OpenTrial trial) => trial.Evidence > 1 && (trial.KnowsDrift || trial.Cases >= FewestTrialWorkflows);

    private static bool IsYoung(OpenTrial trial) => trial.KnowsDrift && trial.Cases < FewestTrialWorkflows && trial.Age < LongestWait;

    private static string Numbers(Duel duel) => $"on {duel.Tasks} newer tasks: log-loss {duel.Candidate:F4} against {duel.Incumbent:F4}";
}
