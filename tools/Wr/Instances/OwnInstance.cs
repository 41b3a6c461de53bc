using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Wr.Demo;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Instances;

/// <summary>An instance of a command's own, in a folder below the usual one: it begins empty and ends with the command.</summary>
internal sealed class OwnInstance : IStage
{
    public OwnInstance(string repository, string name)
    {
        Repository = repository;
        Instance = new Instance(Path.Combine(Instance.Default(() => repository).Folder, name));
    }

    public Instance Instance { get; }

    public string Folder => Instance.Folder;

    /// <summary>Further variables for the services.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    private string Repository { get; }

    /// <summary>Ends what an earlier run may have left and removes its data.</summary>
    public async Task ClearAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        await new InstanceStop(Instance, progress).RunAsync(cancellation);
        if (Directory.Exists(Instance.Folder))
            Directory.Delete(Instance.Folder, recursive: true);
        Directory.CreateDirectory(Instance.Folder);
    }

    public async Task<RunningInstance> StartAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        await new InstanceStart(Instance, Repository, GivenServers.None, progress) { Variables = Variables }.RunAsync(cancellation);
        return RunningInstance.Open(Instance);
    }

    /// <summary>Ends everything that was started; an interruption does not keep it from ending.</summary>
    public Task StopAsync() =>
        Steps.ShowAsync(progress => new InstanceStop(Instance, progress).RunAsync(CancellationToken.None));
}
