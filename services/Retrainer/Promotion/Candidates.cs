using System.Text.Json;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What one training brought: a model or a refusal for each target, and how they do together.</summary>
internal sealed class Candidates(TournamentResult result) : IDisposable
{
    /// <summary>Some tasks are of families that were met before, and are left out of what is compared.</summary>
    private const int Spare = 50;

    public IReadOnlyList<TargetResult> Targets => result.Targets;

    /// <summary>The plans on the last part of time, by family; null without a model for the action.</summary>
    public PlanEvaluation? Plans => result.Plans;

    /// <summary>How much could be decided without an operator; null without a model for the action.</summary>
    public DecidedReport? Decided => result.Decided;

    /// <summary>How far plans can be trusted, as far as it was checked; null when it was not.</summary>
    public ConfidenceCheck? Check => result.Confidence?.Check;

    /// <summary>What is to be entered into the registry: the models of a set, and how far their plans can be trusted.</summary>
    /// <param name="codeVersion">Version of the code that trained.</param>
    public IReadOnlyList<RegistryEntry> EntriesBy(string codeVersion)
    {
        var models = result.Targets.Where(target => target.Model is not null).Select(target => EntryOf(target.Model!, target.Candidates, codeVersion));
        return result.Confidence is { } confidence ? [.. models, EntryOf(confidence)] : [.. models];
    }

    public PromotionDecision Decide(Field field) => JudgedBy(field) is { } plans
        ? PromotionPolicy.Decide(plans.LogLoss, plans.ConstantLogLoss, field)
        : new(SetState.Refused, result.Of(RecoveryTargets.Action)!.Refusal!);

    /// <summary>From when on the candidates' twins and models that have learned up to some time can be compared; null without a model for the action.</summary>
    public DateTimeOffset? BorderAfter(DateTimeOffset learnedUpTo) => result.BorderAfter(learnedUpTo, PromotionPolicy.FewestTasks + Spare);

    /// <summary>Both judge the tasks from a border on; null without a model for the action.</summary>
    public Duel? Fight(ActivePlanModels incumbents, DateTimeOffset border, CancellationToken cancellationToken)
    {
        using var twins = result.TwinsBefore(border, cancellationToken);
        if (twins is null)
            return null;
        var (tasks, candidate) = PlanEvaluation.LogLossOf(twins.Later, twins.Models.AskTested);
        return new(tasks, candidate, PlanEvaluation.LogLossOf(twins.Later, incumbents.Ask).LogLoss);
    }

    public void Dispose() => result.Dispose();

    /// <summary>One half of the later tasks is enough for those that have to prove themselves in shadow.</summary>
    private PlanEvaluation? JudgedBy(Field field) => field.IsFirst ? Plans : result.PlansOnHalf ?? Plans;

    private static RegistryEntry EntryOf(TrainedModel model, IReadOnlyList<CandidateResult> candidates, string codeVersion)
    {
        var artifact = ModelArtifact.Of(model, codeVersion).ToBytes();
        return new(
            model.Target.Name, artifact, ModelArtifact.Sha256Of(artifact), model.Window.From, model.Window.To, model.Examples, model.Seed,
            JsonSerializer.Serialize(ModelMetrics.Of(model, candidates), JsonSerializerOptions.Web));
    }

    private RegistryEntry EntryOf(PlanConfidence confidence)
    {
        var (artifact, action) = (confidence.ToBytes(), result.Of(RecoveryTargets.Action)!.Model!);
        return new(
            PlanConfidence.Target, artifact, ModelArtifact.Sha256Of(artifact), action.Window.From, action.Window.To, confidence.CalibratedOn, action.Seed,
            JsonSerializer.Serialize(new PlanMetrics(Plans!.LogLoss, Plans.ConstantLogLoss, Plans, Check, Decided), JsonSerializerOptions.Web));
    }
}
