using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>
/// While the switch is off, says anew for review what is automatic and could not leave before, because the broker was
/// away, say: otherwise it would be executed as soon as the switch is on again, or wait unheard.
/// </summary>
internal sealed partial class AutomaticRecall(
    IDbContextFactory<ScorerDatabase> databases, CaseStore cases, TimeProvider clock, ILogger<AutomaticRecall> logger) : BackgroundService
{
    private static readonly Counter<long> Failed = RecoveryTelemetry.Meter.CreateCounter<long>(
        "workflow_recovery.recall.failed", "{workflow}", "Failures to recall what is automatic in a workflow and has not left");

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var workflow in await HeldAsync(stoppingToken))
                    await RecallAsync(workflow, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
    }

    /// <summary>One that fails keeps no other from being recalled; while the switch is off it does not leave either.</summary>
    private async Task RecallAsync(string workflow, CancellationToken cancellationToken)
    {
        try
        {
            await cases.RecallAsync(workflow, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Failed.Add(1);
            LogNotRecalled(workflow, failure);
        }
    }

    /// <summary>Workflows with something automatic that waits while the switch is off.</summary>
    private async Task<IReadOnlyList<string>> HeldAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await AutomaticSwitch.IsOnAsync(database, cancellationToken))
            return [];

        return await database.Database.SqlQuery<string>(
            $"""
            select distinct said.workflow as "Value" from scorer.outgoing_message waiting
            join scorer.recommendation said on said.message_id = waiting.message_id
            where waiting.published_at is null and said.disposition = 'automatic'
            order by 1
            """).ToListAsync(cancellationToken);
    }

    [LoggerMessage(30, LogLevel.Warning, "Could not recall what is automatic and has not left; will try again")]
    private partial void LogFailed(Exception failure);

    [LoggerMessage(33, LogLevel.Error, "Could not recall what is automatic in {Workflow} and has not left; will try again")]
    private partial void LogNotRecalled(string workflow, Exception failure);
}
