using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Failures;

/// <summary>What failed in the last week and in the last thirty days.</summary>
/// <param name="Week">Of 7 days.</param>
/// <param name="Month">Of 30 days.</param>
/// <param name="ReadAt">When it was counted.</param>
/// <param name="IsCut">Whether there were more tasks than are counted, so that the oldest are missing.</param>
internal sealed record FailureSums(FailureTally Week, FailureTally Month, DateTimeOffset ReadAt, bool IsCut);

/// <summary>
/// Counts failures from the matrices of the last thirty days. Counting takes longer than a page should, so whoever asks
/// within a minute sees the same numbers.
/// </summary>
internal sealed class FailureBook(IDbContextFactory<ConsoleDatabase> databases, TimeProvider clock) : IDisposable
{
    public const int WeekDays = 7;
    public const int MonthDays = 30;

    private const int MostTasks = 30_000;

    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private FailureSums? _last;

    public async Task<FailureSums> ReadAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } fresh)
            return fresh;

        await _one.WaitAsync(cancellationToken);
        try
        {
            return Fresh() ?? (_last = await CountAsync(cancellationToken));
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private FailureSums? Fresh() => _last is { } last && clock.GetUtcNow() - last.ReadAt < Freshness ? last : null;

    private async Task<FailureSums> CountAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var tasks = await database.Database.SqlQuery<ReportedFailure>(
            $"""
            select workflow, reported_at, cells from featurizer.reported_event
            where reported_at > {now.AddDays(-MonthDays)} and reported_at <= {now}
            order by reported_at desc limit {MostTasks}
            """).ToListAsync(cancellationToken);
        return new(FailureTally.Of(tasks, now, WeekDays), FailureTally.Of(tasks, now, MonthDays), now, tasks.Count == MostTasks);
    }
}
