using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Demo;

/// <summary>An instance that others started, and that stays up with all it has learned.</summary>
internal sealed class RunningStage(Instance instance) : IStage
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"workflow-recovery-demo-{Guid.NewGuid():N}");

    public Task ClearAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        return Task.CompletedTask;
    }

    public Task<RunningInstance> StartAsync(IProgress<string> progress, CancellationToken cancellation) =>
        Task.FromResult(RunningInstance.Open(instance));

    public Task StopAsync()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
