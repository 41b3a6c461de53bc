using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Evidence;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>The models of all targets, as a scorer holds them, and their bare evidence.</summary>
internal sealed class TrainedTargets : IDisposable
{
    private readonly IReadOnlyList<ActiveModel> _models;

    private TrainedTargets(IReadOnlyList<ModelArtifact> artifacts)
    {
        _models = [.. artifacts.Select(artifact => new ActiveModel(artifact))];
        Models = new(_models);
        Evidence = artifacts.ToDictionary(
            artifact => artifact.Header.Target, artifact => EvidenceKinds.Read(artifact.Header.Kind, artifact.Payload, artifact.Header.Classes.Count));
    }

    public ActivePlanModels Models { get; }

    /// <summary>The evidence of each target, by its name.</summary>
    public IReadOnlyDictionary<string, IEvidence> Evidence { get; }

    /// <exception cref="ServerException">The action could not be trained.</exception>
    public static TrainedTargets Of(IReadOnlyList<RecordedTask> tasks, Action<Target> beginning, CancellationToken cancellation)
    {
        var options = new TournamentOptions { Threads = Environment.ProcessorCount };
        using var result = Tournament.Run(tasks, options, new Told(beginning), cancellation);
        return result.Models is null
            ? throw new ServerException($"There is no model to measure: {result.Of(RecoveryTargets.Action)!.Refusal}.")
            : new([.. result.Targets.Where(target => target.Model is not null).Select(target => ModelArtifact.Of(target.Model!, "bench"))]);
    }

    public void Dispose()
    {
        foreach (var model in _models)
            model.Dispose();
        foreach (var evidence in Evidence.Values)
            evidence.Dispose();
    }

    private sealed class Told(Action<Target> beginning) : IProgress<TournamentProgress>
    {
        private string? _target;

        public void Report(TournamentProgress value)
        {
            if (value.Target != _target)
                beginning(RecoveryTargets.Of(_target = value.Target));
        }
    }
}
