using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>The models of all targets, as a scorer holds them, and their bare trees.</summary>
internal sealed class TrainedTargets : IDisposable
{
    private readonly IReadOnlyList<ActiveModel> _models;

    private TrainedTargets(IReadOnlyList<ModelArtifact> artifacts)
    {
        _models = [.. artifacts.Select(artifact => new ActiveModel(artifact, MatrixViews.Tier))];
        Models = new(_models);
        Trees = artifacts.ToDictionary(artifact => artifact.Header.Target, artifact => BoostedTrees.Load(artifact.Trees.Span, artifact.Header.Classes.Count));
    }

    public ActivePlanModels Models { get; }

    /// <summary>The trees of each target, by its name.</summary>
    public IReadOnlyDictionary<string, BoostedTrees> Trees { get; }

    /// <exception cref="ServerException">A target could not be trained.</exception>
    public static TrainedTargets Of(IReadOnlyList<RecordedTask> tasks, Action<Target> beginning, CancellationToken cancellation)
    {
        List<Example> examples = [.. tasks.Select(task => task.ToExample(MatrixViews.Tier.Of(task.Report.Matrix)))];
        return new([.. RecoveryTargets.All.Select(target =>
        {
            beginning(target);
            var options = new TrainingOptions { Threads = Environment.ProcessorCount };
            var result = ModelTrainer.Train(target, examples, options, progress: null, cancellation);
            using var model = result.Model ?? throw new ServerException($"There is no model to measure: {result.Refusal}.");
            return ModelArtifact.Of(model, MatrixViews.Tier, "bench");
        })]);
    }

    public void Dispose()
    {
        foreach (var model in _models)
            model.Dispose();
        foreach (var trees in Trees.Values)
            trees.Dispose();
    }
}
