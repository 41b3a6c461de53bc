using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Demo;

/// <summary>Where a demonstration takes place.</summary>
internal interface IStage
{
    /// <summary>Where it may put its files; there once the stage was cleared.</summary>
    string Folder { get; }

    /// <summary>Makes room for the demonstration.</summary>
    Task ClearAsync(IProgress<string> progress, CancellationToken cancellation);

    /// <summary>The instance, up.</summary>
    Task<RunningInstance> StartAsync(IProgress<string> progress, CancellationToken cancellation);

    /// <summary>Ends what was started for the demonstration, and nothing else.</summary>
    Task StopAsync();
}
