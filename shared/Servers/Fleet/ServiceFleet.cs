using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Fleet;

/// <summary>The services as ordinary processes: starts, stops, kills and restarts each by its name.</summary>
/// <param name="services">How each is started, in the order of migrations.</param>
/// <param name="ledger">Where their processes are written down.</param>
/// <param name="logs">Folder for their logs.</param>
public sealed class ServiceFleet(IReadOnlyList<ServiceSettings> services, ProcessLedger ledger, string logs) : IDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Names of the services.</summary>
    public IReadOnlyList<string> Names { get; } = [.. services.Select(service => service.Name)];

    /// <summary>Where a service serves HTTP.</summary>
    public Uri UrlOf(string name) => Settings(name).Url;

    /// <summary>The log of a service.</summary>
    public string LogOf(string name) => Path.Combine(logs, name + ".log");

    /// <summary>The running process of a service, or null.</summary>
    public ProcessStamp? Running(string name) => ledger.FindAlive(name);

    /// <summary>Brings the tables of all services up to date, one service after the other.</summary>
    /// <exception cref="ServerException">A migration failed; the message has the end of its log.</exception>
    public async Task MigrateAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        foreach (var service in services)
        {
            progress.Report($"migrating {service.Name}");
            var name = $"{service.Name}-migrate";
            await Launcher.RunAsync(
                new Launch(name, ledger, LogOf(name), ["dotnet", service.Assembly, "migrate"])
                {
                    Environment = service.MigrateEnvironment(),
                    WorkingFolder = Path.GetDirectoryName(service.Assembly)!,
                },
                cancellation);
        }
    }

    /// <summary>Starts a service where it does not run yet, without waiting for it.</summary>
    public void Start(string name)
    {
        if (Running(name) is not null)
            return;
        var service = Settings(name);
        Launcher.Start(new Launch(name, ledger, LogOf(name), ["dotnet", service.Assembly, "serve"])
        {
            Environment = service.ServeEnvironment(),
            WorkingFolder = Path.GetDirectoryName(service.Assembly)!,
        });
    }

    /// <summary>Starts all services and waits until each is ready.</summary>
    /// <exception cref="ServerException">One did not get ready; the message has the end of its log.</exception>
    public async Task StartAllAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        foreach (var name in Names)
            Start(name);
        foreach (var name in Names)
        {
            await UntilReadyAsync(name, cancellation);
            progress.Report($"{name} ready");
        }
    }

    /// <summary>Waits until a service that was started answers <c>/health/ready</c> with 200.</summary>
    /// <exception cref="ServerException">It ended, or took too long; the message has the end of its log.</exception>
    public Task UntilReadyAsync(string name, CancellationToken cancellation) =>
        Waiting.UntilReadyAsync(
            Running(name) ?? ledger.Find(name) ?? throw new ServerException($"{name} was not started."),
            LogOf(name), ReadyLimit, token => IsReadyAsync(name, token), cancellation);

    /// <summary>Whether a service says that it is ready.</summary>
    public Task<bool> IsReadyAsync(string name, CancellationToken cancellation) => Health.IsReadyAsync(_http, UrlOf(name), cancellation);

    /// <summary>Asks a service to end (SIGTERM) and waits.</summary>
    public async Task StopAsync(string name, CancellationToken cancellation)
    {
        if (ledger.Find(name) is { } stamp)
            await Ending.EndAsync(stamp, StopLimit, cancellation);
        ledger.Forget(name);
    }

    /// <summary>Stops all services at once.</summary>
    public Task StopAllAsync(CancellationToken cancellation) => Task.WhenAll(Names.Select(name => StopAsync(name, cancellation)));

    /// <summary>Kills a service (SIGKILL).</summary>
    public void Kill(string name)
    {
        if (Running(name) is { } stamp)
            Ending.Kill(stamp);
    }

    /// <summary>Stops a service if it still runs, starts it and waits until it is ready.</summary>
    public async Task RestartAsync(string name, CancellationToken cancellation)
    {
        await StopAsync(name, cancellation);
        Start(name);
        await UntilReadyAsync(name, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private ServiceSettings Settings(string name) =>
        services.FirstOrDefault(service => service.Name == name) ?? throw new ServerException($"There is no service {name}.");
}
