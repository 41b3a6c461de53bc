using Microsoft.EntityFrameworkCore;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Judges what came while an order stood once that has expired and no executor has acted on it: nobody would undo it any more.</summary>
internal sealed partial class ExpiredOrders(
    IDbContextFactory<ScorerDatabase> databases, CaseStore cases, TimeProvider clock, ILogger<ExpiredOrders> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    /// <summary>Judges all that waits in vain now.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var workflow in await WaitingAsync(cancellationToken))
            await cases.ResumeAsync(workflow, cancellationToken);
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
        return await WaitingMatrices.PastOrders(database, clock.GetUtcNow()).Select(known => known.Workflow).Distinct().ToListAsync(cancellationToken);
    }

    [LoggerMessage(31, LogLevel.Warning, "Could not judge what came while orders stood that have expired; will try again")]
    private partial void LogFailed(Exception failure);
}
