using Npgsql;

namespace WorkflowRecovery.Console.Live;

/// <summary>Lets people see who else looks at a workflow, also through another replica of the console: the replicas tell each other.</summary>
internal sealed partial class Presence : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);

    private readonly Visits _visits = new();
    private readonly NpgsqlDataSource _database;
    private readonly TimeProvider _clock;
    private readonly ILogger<Presence> _logger;

    public Presence(NpgsqlDataSource database, Notifications notifications, TimeProvider clock, ILogger<Presence> logger)
    {
        (_database, _clock, _logger) = (database, clock, logger);
        notifications.Heard += Hear;
    }

    /// <summary>Somebody came or went; holds the name of the workflow.</summary>
    public event Action<string>? Changed;

    /// <summary>A user opens the page of a workflow; the visit lasts until <see cref="LeaveAsync"/>.</summary>
    public Task EnterAsync(PresenceMessage visit)
    {
        _visits.Begin(visit);
        Changed?.Invoke(visit.Workflow);
        return TellAsync([visit], CancellationToken.None);
    }

    public async Task LeaveAsync(Guid visit, string workflow)
    {
        _visits.End(visit);
        Changed?.Invoke(workflow);
        await TellAsync([new(visit, workflow, "", IsHere: false)], CancellationToken.None);
    }

    /// <summary>Those who look at a workflow beside a user.</summary>
    public IReadOnlyList<string> Beside(string user, string workflow) => _visits.Beside(user, workflow, _clock.GetUtcNow());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat, _clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TellAsync(_visits.Own, stoppingToken);
    }

    private void Hear(string channel, string payload)
    {
        if (channel != Channels.Presence || PresenceMessage.Read(payload) is not { } visit)
            return;

        _visits.Hear(visit, _clock.GetUtcNow());
        Changed?.Invoke(visit.Workflow);
    }

    /// <summary>That others do not hear of a visit is no reason to keep anybody from working.</summary>
    private async Task TellAsync(IReadOnlyList<PresenceMessage> visits, CancellationToken cancellationToken)
    {
        string[] payloads = [.. visits.Select(visit => visit.Write()).OfType<string>()];
        if (payloads.Length == 0)
            return;

        try
        {
            await using var command = _database.CreateCommand("select pg_notify($1, payload) from unnest($2) payload");
            command.Parameters.Add(new() { Value = Channels.Presence });
            command.Parameters.Add(new() { Value = payloads });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
        {
            LogUntold(failure);
        }
    }

    [LoggerMessage(502, LogLevel.Warning, "Could not tell other consoles who looks at what")]
    private partial void LogUntold(Exception failure);
}
