using System.Diagnostics.CodeAnalysis;
using Npgsql;
using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Postgres;

/// <summary>
/// One native Postgres of our own: own data folder, own port of the loopback address, a random password. It keeps
/// its promises of durability (fsync is on, unless its data are not meant to last) and it outlives the process that started it until it is stopped.
/// </summary>
/// <param name="place">Where it keeps its things; the same place is the same server.</param>
/// <param name="survivesPowerFailure">False where the data end with whoever started it: they outlive the server's processes, not the machine.</param>
public sealed class PrivatePostgres(ServerFolder place, bool survivesPowerFailure = true)
{
    /// <summary>Its name in the ledger.</summary>
    public const string Name = "postgres";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private PostgresSettings? _settings;

    /// <summary>The running server process, or null.</summary>
    public ProcessStamp? Running => place.Ledger.FindAlive(Name);

    /// <summary>Connection string of the administrator, in the form that Npgsql reads.</summary>
    /// <exception cref="ServerException">The server was never started in this place.</exception>
    public string AdminConnectionString => ConnectionString(Settings);

    private string SettingsFile => Path.Combine(place.Data, "server.json");

    private PostgresSettings Settings =>
        _settings ??= PrivateFile.ReadJson<PostgresSettings>(SettingsFile) ?? throw new ServerException($"No Postgres was ever started in {place.Data}.");

    /// <summary>Starts it where it does not run yet, and waits until it answers.</summary>
    /// <exception cref="ServerException">It did not start; the message has the end of its log.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        if (Running is { } running)
        {
            await ReadyAsync(running, cancellation);
            return;
        }

        Directory.CreateDirectory(place.Data);
        _settings = await PrepareAsync(cancellation);
        var data = await PostgresCluster.EnsureAsync(place, _settings.Password, cancellation);
        await StaleLock.ClearAsync(data, cancellation);
        await ReadyAsync(Launcher.Start(new Launch(Name, place.Ledger, place.Log(Name), Command(data, _settings.Port))), cancellation);
    }

    /// <summary>Ends it and waits: clients are disconnected, data are written out.</summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        if (place.Ledger.Find(Name) is { } stamp)
            await Ending.EndAsync(stamp, StopLimit, cancellation);
        place.Ledger.Forget(Name);
    }

    /// <summary>Kills it with all its processes, as a power failure would.</summary>
    public void Kill()
    {
        if (Running is { } running)
            Ending.Kill(running);
    }

    /// <summary>Stops and starts it; address and passwords stay.</summary>
    public async Task RestartAsync(CancellationToken cancellation = default)
    {
        await StopAsync(cancellation);
        await StartAsync(cancellation);
    }

    private string[] Command(string data, int port) =>
    [
        .. PostgresAccount.Prefix, PostgresCluster.Program("postgres"), "-D", data, "-p", port.ToString(),
        "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300", "-c", "timezone=UTC", "-c", "log_timezone=UTC",
        .. survivesPowerFailure ? Array.Empty<string>() : ["-c", "fsync=off", "-c", "full_page_writes=off"],
    ];

    private async Task<PostgresSettings> PrepareAsync(CancellationToken cancellation)
    {
        var settings = PrivateFile.ReadJson<PostgresSettings>(SettingsFile) ?? PostgresSettings.New();
        settings = settings with { Port = await FreePort.KeepAsync(settings.Port, cancellation) };
        PrivateFile.WriteJson(SettingsFile, settings);
        return settings;
    }

    private Task ReadyAsync(ProcessStamp process, CancellationToken cancellation) =>
        Waiting.UntilReadyAsync(process, place.Log(Name), StartLimit, AnswersAsync, cancellation);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong while it starts only means: not yet.")]
    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(AdminConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return false;
        }
    }

    private static string ConnectionString(PostgresSettings settings) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = settings.Port,
            Username = "postgres",
            Password = settings.Password,
            Database = "postgres",
            Pooling = false,
            Timeout = 10,
        }.ConnectionString;
}
