using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Judges what came while an order stood once that has expired, or gave way, and no executor has acted on it: nobody would undo it any more.</summary>
internal sealed partial class ExpiredOrders(
    IDbContextFactory<ScorerDatabase> databases, CaseStore cases, TimeProvider clock, ILogger<ExpiredOrders> logger) : BackgroundService
{
    private static readonly Counter<long> Failed = RecoveryTelemetry.Meter.CreateCounter<long>(
        "workflow_recovery.waiting.failed", "{workflow}", "Failures to judge what waited in a workflow behind an order");

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    /// <summary>Judges all that waits in vain now; a workflow where that fails keeps no other waiting.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var workflow in await WaitingAsync(cancellationToken))
        {
            try
            {
                await cases.ResumeAsync(workflow, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                Failed.Add(1);
                LogNotJudged(workflow, failure);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
    }

    private async Task<IReadOnlyList<string>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await WaitingMatrices.PastOrders(database, clock.GetUtcNow()).Select(known => known.Workflow).Distinct().Order().ToListAsync(cancellationToken);
    }

    [LoggerMessage(31, LogLevel.Warning, "Could not look for what came while orders stood that have expired; will try again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(32, LogLevel.Error, "Could not judge what came in {Workflow} while an order stood that has expired; will try again")]
    private partial void LogNotJudged(string workflow, Exception failure);
}
