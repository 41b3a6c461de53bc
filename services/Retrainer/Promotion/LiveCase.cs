using System.Text.Json;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>A live task that both the active models and those in shadow had judged before an operator answered it.</summary>
internal sealed class LiveCase
{
    /// <summary>The order that answers it.</summary>
    public required Guid Key { get; init; }

    public required string Workflow { get; init; }

    /// <summary>When the order came in.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    public required string Action { get; init; }
    public int? MemoryMb { get; init; }
    public required bool ParametersGiven { get; init; }

    /// <summary>JSON: all plans of the models in shadow.</summary>
    public required string ShadowPlans { get; init; }

    /// <summary>JSON: all plans of the active models.</summary>
    public required string ActivePlans { get; init; }

    /// <summary>By how much the shadow's Brier score is lower, halved so that it lies within -1 and 1; null when the order leaves open what was ordered.</summary>
    public double? Advantage => RecoveryActionNames.TryParse(Action, out var kind) && RecoveryTargets.SaysAll(new(kind), ParametersGiven)
        ? (LossOf(ActivePlans) - LossOf(ShadowPlans)) / 2
        : null;

    private double LossOf(string plans) => OrderScores.Brier(
        JsonSerializer.Deserialize<IReadOnlyList<WeighedOrder>>(plans, JsonSerializerOptions.Web)!, Action, MemoryBins.Names[MemoryBins.Of(MemoryMb)]);
}
