using System.Text.Json.Serialization;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Wr.Training;

/// <summary>What a training came to, as the retrainer keeps it.</summary>
/// <param name="Examples">Tasks with a matrix and an action.</param>
/// <param name="From">Report of the earliest.</param>
/// <param name="To">Report of the latest.</param>
/// <param name="Promoted">Whether the models became active at once.</param>
/// <param name="State">What became of them: <c>active</c>, <c>shadow</c> or <c>refused</c>; null in reports of older versions.</param>
/// <param name="Reason">Why, or why not.</param>
/// <param name="Targets">What became of each target.</param>
/// <param name="Plans">The composed plans on the last part of time; null when there is no model for the action.</param>
/// <param name="Decided">How much could be decided without an operator; null when there is no model for the action.</param>
internal sealed record TrainingReport(
    int Examples,
    DateTimeOffset? From,
    DateTimeOffset? To,
    bool Promoted,
    string? State,
    string? Reason,
    IReadOnlyList<TrainedTarget> Targets,
    PlanEvaluation? Plans,
    DecidedReport? Decided = null)
{
    /// <summary>Whether there was enough to train any model on.</summary>
    [JsonIgnore]
    public bool Trained => Targets.Any(target => target.Version is not null);
}

/// <summary>What became of one target.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Version">Version of the candidate; null when none could be trained.</param>
/// <param name="Refusal">Why none could be trained.</param>
/// <param name="Metrics">On later tasks that were kept from it.</param>
/// <param name="Approach">How it was learned; null when none could be trained.</param>
/// <param name="View">What it looks through; null when none could be trained.</param>
internal sealed record TrainedTarget(string Target, int? Version, string? Refusal, TargetMetrics? Metrics, string? Approach = null, string? View = null);

/// <summary>A training that ended.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Seconds">From its request to its end.</param>
/// <param name="Report">What it came to.</param>
internal sealed record TrainingOutcome(Guid RunId, double Seconds, TrainingReport Report);
