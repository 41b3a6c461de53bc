using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Orders that wait in the console: their operators may still take them back, so nothing was recorded of them yet.</summary>
internal static class WaitingOrders
{
    /// <summary>Whether one is for this task or its whole workflow. Where no console ever was, none waits; what cannot be read may be there.</summary>
    public static async Task<bool> AnyAsync(ScorerDatabase database, WorkflowAssistanceRequested task, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync($"savepoint waiting", cancellationToken);
        try
        {
            return await database.Database.SqlQuery<bool>(
                $"""
                select exists (select from console.waiting_order
                    where workflow = {task.Workflow} and (task = {task.Task} or scope = 'workflow')) as "Value"
                """).SingleAsync(cancellationToken);
        }
        catch (PostgresException failure) when (failure.SqlState.StartsWith("42", StringComparison.Ordinal))
        {
            await database.Database.ExecuteSqlAsync($"rollback to savepoint waiting", cancellationToken);
            return failure.SqlState != PostgresErrorCodes.UndefinedTable || await IsConsoleThereAsync(database, cancellationToken);
        }
    }

    /// <summary>The catalogue tells of tables also where nothing else may be read.</summary>
    private static Task<bool> IsConsoleThereAsync(ScorerDatabase database, CancellationToken cancellationToken) => database.Database.SqlQuery<bool>(
        $"""
        select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'console' and c.relname = 'order') as "Value"
        """).SingleAsync(cancellationToken);
}
