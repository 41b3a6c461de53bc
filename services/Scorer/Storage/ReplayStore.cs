using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Policies;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Stores what would have been said of recorded tasks, once for each replay and task.</summary>
internal sealed class ReplayStore(
    IDbContextFactory<ScorerDatabase> databases, ActiveModels active, CurrentPolicy policy, TimeProvider clock)
{
    /// <summary>Whoever asked for a replay has read its answers long before.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task StoreAsync(ReplaySubmitted submitted, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var tasks = submitted.Tasks.Select(task => task.Event.Task).ToArray();
        var known = await database.Replays
            .Where(row => row.ReplayId == submitted.ReplayId && tasks.Contains(row.Task))
            .Select(row => row.Task).ToListAsync(cancellationToken);
        var models = active.Current;
        database.Replays.AddRange(submitted.Tasks
            .Where(task => !known.Contains(task.Event.Task))
            .DistinctBy(task => task.Event.Task)
            .Select(task => Row(submitted.ReplayId, task, models)));
        await database.SaveChangesAsync(cancellationToken);
        var old = clock.GetUtcNow() - Kept;
        await database.Replays.Where(row => row.JudgedAt < old).ExecuteDeleteAsync(cancellationToken);
    }

    private ReplayRow Row(Guid replayId, ReplayedTask task, ModelSet models)
    {
        var judgement = Judge.WithoutReasons(models, MatrixReading.TaskOf(task.Event, task.Around), policy.Current.Policy.MaxMemoryMbPerCore);
        return new()
        {
            ReplayId = replayId,
            Task = task.Event.Task,
            Action = judgement.Choice is null ? null : Domain.Actions.RecoveryActionNames.ToName(judgement.Choice.Plan.Action),
            MemoryMb = judgement.Choice?.MemoryMb,
            Splitting = judgement.Choice?.Splitting,
            Confidence = judgement.Choice?.Plan.Probability,
            Plans = PlansJson.Write(judgement.Plans),
            JudgedAt = clock.GetUtcNow(),
        };
    }
}
