using Npgsql;

namespace WorkflowRecovery.Console.Live;

/// <summary>One connection that listens to what the database tells. While it is away something may be missed, so whoever hears looks again once it is back.</summary>
internal sealed partial class Notifications(NpgsqlDataSource database, TimeProvider clock, ILogger<Notifications> logger) : BackgroundService
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Channel and payload.</summary>
    public event Action<string, string>? Heard;

    /// <summary>From now on nothing is missed.</summary>
    public event Action? Listening;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogLost(failure);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenConnectionAsync(stoppingToken);
        connection.Notification += (_, told) => Heard?.Invoke(told.Channel, told.Payload);
        await RunAsync(connection, $"listen {Channels.Case}; listen {Channels.Note}; listen {Channels.Presence}", stoppingToken);
        Listening?.Invoke();
        while (true)
        {
            // A connection that died unseen says nothing, as one does on which nothing happens: asking tells them apart.
            if (!await connection.WaitAsync(Silence, stoppingToken))
                await RunAsync(connection, "select 1", stoppingToken);
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Made of constants.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(500, LogLevel.Warning, "Lost the connection that listens to the database; will open another")]
    private partial void LogLost(Exception failure);
}
