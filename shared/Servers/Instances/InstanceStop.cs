using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.Processes;
using WorkflowRecovery.Servers.RabbitMq;

namespace WorkflowRecovery.Servers.Instances;

/// <summary>Ends exactly what was started for an instance, also what a crashed or half finished start left.</summary>
/// <param name="instance">The instance; its data stay.</param>
/// <param name="progress">Told what is being done.</param>
public sealed class InstanceStop(Instance instance, IProgress<string> progress)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(40);

    // Services first, so that none complains about a server that left; a node before its port mapper.
    private static readonly string[] Last = [PrivateRabbitMq.Name, PrivateRabbitMq.PortMapperName, PrivatePostgres.Name];

    /// <summary>Ends the services, then the servers.</summary>
    /// <returns>The names of the processes that still ran.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(instance.Folder))
            return [];
        using var only = await InstanceLock.TakeAsync(instance, cancellation);
        var stamps = instance.Ledger.Read();
        var running = stamps.Where(stamp => stamp.IsAlive()).Select(stamp => stamp.Name).ToList();
        await Task.WhenAll(stamps.Where(stamp => !Last.Contains(stamp.Name)).Select(stamp => EndAsync(stamp, cancellation)));
        foreach (var name in Last)
        {
            if (instance.Ledger.Find(name) is { } stamp)
                await EndAsync(stamp, cancellation);
        }

        instance.ForgetEndpoints();
        return running;
    }

    private async Task EndAsync(ProcessStamp stamp, CancellationToken cancellation)
    {
        progress.Report($"stopping {stamp.Name}");
        await Ending.EndAsync(stamp, Grace, cancellation);
        instance.Ledger.Forget(stamp.Name);
    }
}
