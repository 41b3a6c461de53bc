using Microsoft.Extensions.Options;
using Npgsql;

namespace WorkflowRecovery.Scorer.Policies;

/// <summary>
/// Reads the policy at start and whenever its file changes, and stores each reading, so that it can be told what was
/// obeyed and why nothing is automatic.
/// </summary>
internal sealed partial class PolicyWatch(
    CurrentPolicy current, NpgsqlDataSource source, IOptions<DecisionOptions> options, TimeProvider clock, ILogger<PolicyWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private PolicyReading? _stored;
    private PolicyReading? _read;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Look();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            Look();
            await StoreAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Look()
    {
        var reading = PolicyReading.Of(options.Value.PolicyFile);
        if (_read is not null && (reading.Content, reading.Policy.Problem) == (_read.Content, _read.Policy.Problem))
            return;

        _read = reading;
        current.Swap(reading.Policy);
        if (reading.Policy.Problem is { } problem)
            LogRefused(problem);
        else
            LogObeyed(reading.Policy.Policy.Version);
    }

    /// <summary>What could not be stored is tried again at the next look: no decision waits for it.</summary>
    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        if (_read is not { } reading || reading == _stored)
            return;

        try
        {
            await using var command = source.CreateCommand("insert into scorer.policy_reading (read_at, version, content, problem) values ($1, $2, $3, $4)");
            foreach (var value in (object?[])[clock.GetUtcNow(), reading.Policy.Policy.Version, reading.Content, reading.Policy.Problem])
                command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            await command.ExecuteNonQueryAsync(cancellationToken);
            _stored = reading;
        }
        catch (NpgsqlException failure)
        {
            LogNotStored(failure);
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Obeying policy {Version}")]
    private partial void LogObeyed(string version);

    [LoggerMessage(21, LogLevel.Error, "The policy file cannot be obeyed, so nothing is automatic: {Problem}")]
    private partial void LogRefused(string problem);

    [LoggerMessage(22, LogLevel.Warning, "Could not store what the policy is; will try again")]
    private partial void LogNotStored(Exception failure);
}
