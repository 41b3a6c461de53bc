using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Errors;

/// <summary>Reads what operators ordered about tasks with a code. Imported history counts as well: it is most of what is known.</summary>
internal sealed class CodeReader(IDbContextFactory<ConsoleDatabase> databases)
{
    /// <summary>Tasks, the newest first, beyond which no farther back is looked.</summary>
    private const int MostTasks = 5_000;

    /// <summary>Of the newest tasks with the code: what was ordered for them.</summary>
    public async Task<IReadOnlyList<OrderCount>> OrdersAsync(int code, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<OrderCount>(
            $"""
            with task as materialized (
                select workflow, task, reported_at from featurizer.task_code
                where codes @> array[{code}] order by reported_at desc limit {MostTasks})
            select action || case when memory_mb is not null then ', memory' else '' end || case when splitting is not null then ', splitting' else '' end as "order",
                count(distinct workflow) as workflows
            from (
                select t.workflow, a.action, a.memory_mb, a.splitting
                from task t cross join lateral (
                    select action, memory_mb, splitting from ingestor.recorded_action a
                    where a.workflow = t.workflow and (a.task is null or a.task = t.task) and a.recorded_at >= t.reported_at
                    order by a.recorded_at, a.key limit 1) a) ordered
            group by 1
            """).ToListAsync(cancellationToken);
    }

    /// <summary>What was ordered at all, of the newest actions.</summary>
    public async Task<IReadOnlyList<OrderCount>> AllOrdersAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<OrderCount>(
            $"""
            select action || case when memory_mb is not null then ', memory' else '' end || case when splitting is not null then ', splitting' else '' end as "order",
                count(distinct workflow) as workflows
            from (select workflow, action, memory_mb, splitting from ingestor.recorded_action order by received_at desc limit 20000) newest
            group by 1
            """).ToListAsync(cancellationToken);
    }
}
