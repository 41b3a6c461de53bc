using System.Text.Json;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What one training brought: a model or a refusal for each target, and how they do together.</summary>
internal sealed class Candidates(IReadOnlyDictionary<Target, TrainingResult> results, IReadOnlyList<Example> examples, TrainingOptions options) : IDisposable
{
    public IEnumerable<TrainedModel> Models => Targets.Select(target => results[target].Model).OfType<TrainedModel>();

    public IReadOnlyList<Target> Targets { get; } = [.. RecoveryTargets.All.Where(results.ContainsKey)];

    /// <summary>The plans on the last part of time, by family; null without a model for the action.</summary>
    public PlanEvaluation? Plans { get; } = PlansOf(results) is { } models ? PlanEvaluation.Of(models, examples, options) : null;

    public string? RefusalOf(Target target) => results[target].Refusal;

    public TrainedModel? ModelOf(Target target) => results[target].Model;

    /// <summary>The models as the registry keeps them.</summary>
    public IReadOnlyList<RegistryEntry> EntriesBy(string codeVersion) => [.. Models.Select(model => EntryOf(model, codeVersion))];

    public PromotionDecision Decide(Duel? againstActive, Duel? againstShadow) => Plans is null
        ? new(SetState.Refused, RefusalOf(RecoveryTargets.Action)!)
        : PromotionPolicy.Decide(Plans.LogLoss, Plans.ConstantLogLoss, againstActive, againstShadow);

    /// <summary>Both judge the tasks that are later than all the incumbents have learned from and than the twins' past; null without a model for the action.</summary>
    public Duel? Fight(ActivePlanModels incumbents, DateTimeOffset learnedUpTo)
    {
        if (PlansOf(results) is not { } models)
            return null;
        var test = TimeAndFamilySplit.Of(examples, options.CalibrateShare, options.TestShare).Test;
        var newer = test.Where(example => example.ReportedAt > learnedUpTo).ToList();
        var (tasks, candidate) = PlanEvaluation.LogLossOf(newer, models.AskTested);
        return new(tasks, candidate, PlanEvaluation.LogLossOf(newer, incumbents.Ask).LogLoss);
    }

    public void Dispose()
    {
        foreach (var model in Models)
            model.Dispose();
    }

    private static RegistryEntry EntryOf(TrainedModel model, string codeVersion)
    {
        var artifact = ModelArtifact.Of(model, MatrixViews.Tier, codeVersion).ToBytes();
        return new(
            model.Target.Name, artifact, ModelArtifact.Sha256Of(artifact), model.Window.From, model.Window.To, model.Examples, model.Seed,
            JsonSerializer.Serialize(model.Metrics, JsonSerializerOptions.Web));
    }

    private static PlanModels? PlansOf(IReadOnlyDictionary<Target, TrainingResult> results) =>
        results[RecoveryTargets.Action].Model is { } action
            ? new(action, results[RecoveryTargets.Memory].Model, results[RecoveryTargets.Splitting].Model, results[RecoveryTargets.Xrootd].Model)
            : null;
}
