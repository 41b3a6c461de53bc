using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Learning.Drift;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Drift;

/// <summary>Keeps which drift was found and whether it is still on.</summary>
internal sealed class DriftStore(IDbContextFactory<RetrainerDatabase> databases, TimeProvider clock)
{
    /// <summary>Null while no models are active: then there is nothing that could be out of date.</summary>
    public async Task<LearnedSpan?> LearnedAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var active = await database.Models
            .Where(model => database.Sets.Any(set => set.RunId == model.RunId && set.State == SetState.Active))
            .OrderByDescending(model => model.WindowTo)
            .Select(model => new { model.RunId, model.WindowTo })
            .FirstOrDefaultAsync(cancellationToken);
        if (active is null)
            return null;
        var drift = await database.Drifts
            .Where(found => found.RunId != active.RunId && found.Since <= active.WindowTo)
            .MaxAsync(found => (DateTimeOffset?)found.Since, cancellationToken);
        return new(active.RunId, active.WindowTo, drift);
    }

    /// <summary>Ends what is over, and notes what is found anew. What was found beside other models ended with them.</summary>
    /// <param name="learned">What the active models have learned from.</param>
    /// <param name="windowsOf">What is held against what, by what may drift.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task UpdateAsync(LearnedSpan learned, Func<DriftKind, DriftWindows> windowsOf, CancellationToken cancellationToken)
    {
        var windows = Enum.GetValues<DriftKind>().ToDictionary(kind => kind, windowsOf);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('workflow-recovery drift', 0))", cancellationToken);
        var on = await database.Drifts.Where(drift => drift.IsOn).ToListAsync(cancellationToken);
        foreach (var over in on.Where(drift => drift.RunId != learned.RunId || IsOver(drift, windows[KindOf(drift)])))
            (over.IsOn, over.EndedAt) = (false, clock.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
        var free = windows.Keys.Where(kind => !on.Exists(drift => drift.IsOn && KindOf(drift) == kind));
        database.Drifts.AddRange(free.Select(kind => Find(kind, windows[kind])).OfType<DriftSignal>().Select(found => Row(found, learned.RunId)));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static DriftSignal? Find(DriftKind kind, DriftWindows windows) => new DriftDetection(windows.Reference, DriftOptions.Usual).Find(kind, windows.Recent);

    private static bool IsOver(DriftRow drift, DriftWindows windows) =>
        new DriftDetection(windows.Reference, DriftOptions.Usual).IsOver(KindOf(drift), drift.Subject, windows.Recent);

    private static DriftKind KindOf(DriftRow drift) => Enum.Parse<DriftKind>(drift.Kind, ignoreCase: true);

    private DriftRow Row(DriftSignal found, Guid runId) => new()
    {
        Kind = found.Kind.ToString().ToLowerInvariant(),
        FoundAt = clock.GetUtcNow(),
        Since = found.Since,
        RunId = runId,
        IsOn = true,
        Subject = found.Subject,
        Statistic = found.Change.Statistic,
        Effect = found.Change.Effect,
        Samples = found.Change.Samples,
        Text = found.Text,
    };
}
