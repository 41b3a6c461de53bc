using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.RabbitMq;

/// <summary>
/// One native RabbitMQ node of our own with its own port mapper (epmd): own folder, own cookie, own ports of the
/// loopback address, a random administrator and no guest. A node of the distribution is never touched.
/// </summary>
/// <param name="place">Where it keeps its things; the same place is the same node.</param>
public sealed class PrivateRabbitMq(ServerFolder place)
{
    /// <summary>Name of the node's process in the ledger.</summary>
    public const string Name = "rabbitmq";

    /// <summary>Name of the port mapper's process in the ledger.</summary>
    public const string PortMapperName = "epmd";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(240);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(40);

    private RabbitMqSettings? _settings;

    /// <summary>The running node, or null.</summary>
    public ProcessStamp? Running => place.Ledger.FindAlive(Name);

    /// <summary>Where the broker is and how to administer it.</summary>
    /// <exception cref="ServerException">No node was ever started in this place.</exception>
    public BrokerAddress Address => AddressOf(Settings);

    private string SettingsFile => Path.Combine(place.Data, "server.json");

    private RabbitMqSettings Settings =>
        _settings ??= PrivateFile.ReadJson<RabbitMqSettings>(SettingsFile) ?? throw new ServerException($"No RabbitMQ was ever started in {place.Data}.");

    /// <summary>Starts it where it does not run yet, and waits until it takes connections.</summary>
    /// <exception cref="ServerException">It did not start; the message has the end of its log.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        if (Running is { } running)
        {
            await ReadyAsync(running, cancellation);
            return;
        }

        await StopAsync(cancellation);
        _settings = await PrepareAsync(cancellation);
        StartPortMapper(_settings);
        var node = Launcher.Start(new Launch(Name, place.Ledger, place.Log(Name), [Program()])
        {
            Environment = RabbitMqEnvironment.Variables(place.Data, _settings),
            WorkingFolder = place.Data,
        });
        await ReadyAsync(node, cancellation);
    }

    /// <summary>Ends the node and then its port mapper.</summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        foreach (var name in (string[])[Name, PortMapperName])
        {
            if (place.Ledger.Find(name) is { } stamp)
                await Ending.EndAsync(stamp, StopLimit, cancellation);
            place.Ledger.Forget(name);
        }
    }

    /// <summary>Kills the node and its port mapper, as a power failure would.</summary>
    public void Kill()
    {
        foreach (var stamp in new[] { place.Ledger.FindAlive(Name), place.Ledger.FindAlive(PortMapperName) }.OfType<ProcessStamp>())
            Ending.Kill(stamp);
    }

    /// <summary>Stops and starts it; address, users and durable messages stay.</summary>
    public async Task RestartAsync(CancellationToken cancellation = default)
    {
        await StopAsync(cancellation);
        await StartAsync(cancellation);
    }

    private static string Program() =>
        DebianPackage.RabbitMq.Files().FirstOrDefault()
        ?? throw new MissingPackagesException(DebianPackages.Advice([DebianPackage.RabbitMq], hasApt: true, hasDocker: false));

    private static BrokerAddress AddressOf(RabbitMqSettings settings) => new(
        new Uri($"amqp://127.0.0.1:{settings.Port}"),
        new Uri($"http://{settings.AdminUser}:{settings.AdminPassword}@127.0.0.1:{settings.ManagementPort}"));

    private async Task<RabbitMqSettings> PrepareAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(place.Data);
        var settings = await (PrivateFile.ReadJson<RabbitMqSettings>(SettingsFile) ?? RabbitMqSettings.New()).OnFreePortsAsync(cancellation);
        PrivateFile.WriteJson(SettingsFile, settings);
        PrivateFile.WriteText(Path.Combine(place.Data, "rabbitmq.conf"), RabbitMqEnvironment.Configuration(settings));
        PrivateFile.WriteText(Path.Combine(place.Data, "enabled_plugins"), "[rabbitmq_management].\n");
        return settings;
    }

    // Started here and not by the node, which would let it run for ever under nobody's name.
    private void StartPortMapper(RabbitMqSettings settings) =>
        Launcher.Start(new Launch(PortMapperName, place.Ledger, place.Log(PortMapperName), ["epmd"])
        {
            Environment = RabbitMqEnvironment.PortMapper(settings),
        });

    private async Task ReadyAsync(ProcessStamp node, CancellationToken cancellation)
    {
        using var management = new ManagementApi(Address.Management);
        await Waiting.UntilReadyAsync(node, place.Log(Name), StartLimit, token => management.ListensOnAsync(Settings.Port, token), cancellation);
    }
}
