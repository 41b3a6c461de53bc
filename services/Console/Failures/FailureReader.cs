using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Failures;

/// <summary>Counts failures from the matrices of the last thirty days.</summary>
internal sealed class FailureReader(IDbContextFactory<ConsoleDatabase> databases)
{
    private const int MostTasks = 30_000;

    public async Task<FailureSums> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var tasks = await database.Database.SqlQuery<ReportedFailure>(
            $"""
            select workflow, reported_at, cells from featurizer.reported_event
            where reported_at > {now.AddDays(-FailureBook.MonthDays)} and reported_at <= {now}
            order by reported_at desc limit {MostTasks}
            """).ToListAsync(cancellationToken);
        return new(FailureTally.Of(tasks, now, FailureBook.WeekDays), FailureTally.Of(tasks, now, FailureBook.MonthDays), now, tasks.Count == MostTasks);
    }
}
