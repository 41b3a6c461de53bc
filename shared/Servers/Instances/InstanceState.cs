using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Instances;

/// <summary>How one process of an instance is.</summary>
/// <param name="Name">What runs in it.</param>
/// <param name="Pid">Its number, or null when it does not run.</param>
/// <param name="State"><c>ready</c>, <c>running</c> (of a service: but not ready) or <c>dead</c>.</param>
/// <param name="Url">Where it serves HTTP, or null.</param>
public sealed record ProcessState(string Name, int? Pid, string State, string? Url);

/// <summary>Looks how an instance is.</summary>
public static class InstanceState
{
    /// <summary>The state of every process that belongs to the instance; empty when it is down.</summary>
    public static async Task<IReadOnlyList<ProcessState>> ReadAsync(Instance instance, CancellationToken cancellation)
    {
        var services = instance.ReadEndpoints()?.Services ?? new Dictionary<string, string>();
        var stamps = instance.Ledger.Read().ToDictionary(stamp => stamp.Name);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        return await Task.WhenAll(stamps.Keys.Union(services.Keys).Select(name => OneAsync(
            http, name, stamps.GetValueOrDefault(name), services.GetValueOrDefault(name), cancellation)));
    }

    /// <summary>Whether everything runs and every service is ready.</summary>
    public static async Task<bool> IsUpAsync(Instance instance, CancellationToken cancellation) =>
        instance.ReadEndpoints() is not null && (await ReadAsync(instance, cancellation)).All(process => process.State == "ready");

    private static async Task<ProcessState> OneAsync(HttpClient http, string name, ProcessStamp? stamp, string? url, CancellationToken cancellation)
    {
        if (stamp is null || !stamp.IsAlive())
            return new ProcessState(name, null, "dead", url);
        var ready = url is null || await Health.IsReadyAsync(http, new Uri(url), cancellation);
        return new ProcessState(name, stamp.Pid, ready ? "ready" : "running", url);
    }
}
