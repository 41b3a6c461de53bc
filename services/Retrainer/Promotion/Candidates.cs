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

    public PromotionDecision Decide(Duel? againstActive, Duel? againstShadow) => Plans is null
        ? new(SetState.Refused, result.Of(RecoveryTargets.Action)!.Refusal!)
        : PromotionPolicy.Decide(Plans.LogLoss, Plans.ConstantLogLoss, againstActive, againstShadow);

    /// <summary>Both judge the tasks that are later than all the incumbents have learned from and than the twins' past; null without a model for the action.</summary>
    public Duel? Fight(ActivePlanModels incumbents, DateTimeOffset learnedUpTo)
    {
        if (result.Models is not { } models)
            return null;
        var newer = result.Later.Where(task => task.Report.ReportedAt > learnedUpTo).ToList();
        var (tasks, candidate) = PlanEvaluation.LogLossOf(newer, models.AskTested);
        return new(tasks, candidate, PlanEvaluation.LogLossOf(newer, incumbents.Ask).LogLoss);
    }

    public void Dispose() => result.Dispose();

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
