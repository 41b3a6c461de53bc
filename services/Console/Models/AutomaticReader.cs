using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Console.Models;

/// <summary>Reads what may be done without an operator.</summary>
internal sealed class AutomaticReader(IDbContextFactory<ConsoleDatabase> databases)
{
    private const int MostMoves = 20;
    private const int MostBudgets = 30;
    private const int MostCells = 500;

    private sealed record ReadPolicy(DateTimeOffset ReadAt, string? Content, string? Problem);

    public async Task<AutomaticStanding> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var read = (await database.Database.SqlQuery<ReadPolicy>(
            $"select read_at, content, problem from scorer.policy_read order by number desc limit 1").ToListAsync(cancellationToken)).SingleOrDefault();
        var policy = (read?.Content is { } content ? PolicyFile.Read(content).Policy : null) ?? PolicyFile.Default;
        var active = (await database.Database.SqlQuery<Guid?>(
            $"""select run_id as "Value" from retrainer.known_set where state = {KnownSet.Active}""").ToListAsync(cancellationToken)).SingleOrDefault();
        return new(
            await database.Database.SqlQuery<MovedSwitch>(
                $"select switched_at, is_on, switched_by, why from scorer.automatic_switch order by number desc limit {MostMoves}").ToListAsync(cancellationToken),
            policy,
            read?.ReadAt,
            read is null ? "no scorer has told yet which policy it obeys" : read.Problem,
            await database.Database.SqlQuery<bool>($"""select is_on as "Value" from retrainer.drift_state""").SingleAsync(cancellationToken),
            await database.Database.SqlQuery<KnownCell>(
                $"""
                select cell, answers, agreed, prompted, prompted_agreed
                from scorer.cell_record({active}::uuid, {policy.Automatic.EarnedSince(now)}::timestamptz)
                order by answers desc, prompted desc, cell limit {MostCells}
                """).ToListAsync(cancellationToken),
            await database.Database.SqlQuery<UsedBudget>(
                $"select kind, key, window_start, used, most from scorer.used_budget order by window_start desc, used desc, kind, key limit {MostBudgets}").ToListAsync(cancellationToken));
    }
}
