using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Reads what an order is held against, from the views of those who own it.</summary>
internal sealed class OrderReading(ConsoleDatabase database, CancellationToken cancellationToken)
{
    private const string Columns =
        """
        select c.event_id, c.revision, c.disposition, c.expires_at, c.answered_at, c.is_over, c.dominant_code, c.blinded, c.body, c.plans::text as plans,
               reported.body as reported, counting.state as order_state,
               exists (select from ingestor.taken_action t where t.recommendation_id = c.event_id and t.result in ('claimed', 'done')) as is_taken,
               exists (select from console.order own where own.event_id = c.event_id and own.recorded_at = c.answered_at) as answered_here
        from scorer.orderable_case c
        join ingestor.reported_event reported on reported.event_id = c.event_id
        left join console.order counting on counting.event_id = c.event_id and counting.state in ('pending', 'sent', 'approved')
        """;

    public async Task<IReadOnlyList<OrderableCase>> CasesAsync(IReadOnlyList<Guid> events) =>
        ReadAll(await database.Database.SqlQueryRaw<Row>(Columns + " where c.event_id = any({0})", (object)events.ToArray()).ToListAsync(cancellationToken));

    public async Task<IReadOnlyList<OrderableCase>> CasesOfAsync(string workflow) =>
        ReadAll(await database.Database.SqlQueryRaw<Row>(Columns + " where c.workflow = {0} order by c.task, c.reported_at", workflow).ToListAsync(cancellationToken));

    /// <summary>Sites drained or disabled now.</summary>
    public async Task<IReadOnlyList<string>> UnavailableSitesAsync() =>
        await database.Database.SqlQuery<string>($"""select site as "Value" from featurizer.unavailable_site""").ToListAsync(cancellationToken);

    /// <summary>What the policy that the scorer obeys allows.</summary>
    public async Task<int> MaxMemoryMbPerCoreAsync()
    {
        var content = await database.Database.SqlQuery<string?>(
            $"""select content as "Value" from scorer.policy_read where problem is null order by number desc limit 1""").FirstOrDefaultAsync(cancellationToken);
        return ((content is null ? null : PolicyFile.Read(content).Policy) ?? PolicyFile.Default).MaxMemoryMbPerCore;
    }

    /// <summary>Workflows of the same family that are or were in assistance.</summary>
    public async Task<IReadOnlyList<string>> FamilyOfAsync(string workflow) =>
        await database.Database.SqlQuery<string>(
            $"""
            select distinct kin.workflow as "Value" from scorer.orderable_case kin
            where kin.family = (select family from scorer.orderable_case where workflow = {workflow} limit 1)
            order by 1
            """).ToListAsync(cancellationToken);

    private static IReadOnlyList<OrderableCase> ReadAll(List<Row> rows) => [.. rows.Select(row => new OrderableCase(
        row.EventId, row.Revision, row.Disposition, row.ExpiresAt, row.AnsweredAt, row.IsOver, row.DominantCode, row.Blinded,
        WireJson.Read<RecoveryRecommended>(row.Body), row.Plans, WireJson.Read<WorkflowAssistanceRequested>(row.Reported), row.OrderState, row.IsTaken, row.AnsweredHere))];

    private sealed record Row(
        Guid EventId, int Revision, string Disposition, DateTimeOffset ExpiresAt, DateTimeOffset? AnsweredAt, bool IsOver, int? DominantCode, bool Blinded,
        byte[] Body, string Plans, byte[] Reported, string? OrderState, bool IsTaken, bool AnsweredHere);
}
