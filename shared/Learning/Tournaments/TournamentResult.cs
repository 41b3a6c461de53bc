using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>What came of a tournament.</summary>
/// <param name="Targets">Per target a model or a refusal, in the order of the options.</param>
/// <param name="Later">The tasks of the test part: the tested models have not learned from them.</param>
public sealed record TournamentResult(IReadOnlyList<TargetResult> Targets, IReadOnlyList<RecordedTask> Later) : IDisposable
{
    /// <summary>The models that together make plans; null without one for the action.</summary>
    public PlanModels? Models { get; init; }

    /// <summary>The plans on the test part; null without models or later tasks.</summary>
    public PlanEvaluation? Plans { get; init; }

    /// <summary>The plans on one half, where that is enough and only there they are better than the constant answer; else null.</summary>
    public PlanEvaluation? PlansOnHalf { get; init; }

    /// <summary>How far plans can be trusted; null without models or later tasks.</summary>
    public PlanConfidence? Confidence { get; init; }

    /// <summary>How much could be decided without an operator; null without models or later tasks.</summary>
    public DecidedReport? Decided { get; init; }

    /// <summary>What models of before can be compared by; null without models.</summary>
    internal Rematch? Rematch { get; init; }

    /// <summary>
    /// From when on the winners and models of before can be compared, neither having learned from what comes then, and the
    /// winners' twins having learned all that the others have; null without models.
    /// </summary>
    /// <param name="learnedUpTo">Report of the newest task that the models of before have learned from.</param>
    /// <param name="fewest">So many tasks are compared if there are as many; of more newer ones than twice that, half.</param>
    public DateTimeOffset? BorderAfter(DateTimeOffset learnedUpTo, int fewest) => Rematch?.BorderAfter(learnedUpTo, fewest);

    /// <summary>The winners as they would be without what comes from a border on; null without models. It may take as long as one training of each.</summary>
    /// <param name="border">See <see cref="BorderAfter"/>.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public LaterTwins? TwinsBefore(DateTimeOffset border, CancellationToken cancellation = default) => Rematch?.From(border, cancellation);

    /// <summary>What became of a target; null when it was not asked for.</summary>
    public TargetResult? Of(Target target) => Targets.FirstOrDefault(result => result.Target == target);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var result in Targets)
            result.Model?.Dispose();
    }
}

/// <summary>What became of a target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Model">The winner's model; null when refused.</param>
/// <param name="Refusal">Why there is none; null when there is one.</param>
/// <param name="Candidates">All that competed, in their order; empty when the tasks did not allow to compete.</param>
public sealed record TargetResult(Target Target, TrainedModel? Model, string? Refusal, IReadOnlyList<CandidateResult> Candidates)
{
    /// <summary>The model with a twin that has learned from some rows; null when refused.</summary>
    internal Func<IReadOnlyList<int>, CancellationToken, TrainedModel>? TwinOf { get; init; }
}

/// <summary>How a candidate did.</summary>
/// <param name="Approach">What it is.</param>
/// <param name="View">What it looks through.</param>
/// <param name="LogLoss">On the watched part, in nats: the first within 1 % of the lowest wins. Null when it failed.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
public sealed record CandidateResult(string Approach, string View, double? LogLoss, string? Failure);
