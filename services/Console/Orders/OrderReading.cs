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
               reported.body as reported, counting.state as order_state, counting.expires_at as order_expires_at,
               exists (select from ingestor.taken_up_action t where t.recommendation_id = c.event_id)
                   or exists (select from ingestor.taken_up_action t where t.workflow = c.workflow and t.task is null and t.taken_at >= c.reported_at)
                   or exists (select from console.served_order s where s.event_id = c.event_id and s.reported_at is not null) as is_taken,
               exists (select from console.served_order s where s.event_id = c.event_id and s.reported_at is null) as is_told
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

    /// <summary>Workflows of the same family that are or were in assistance, with what their tasks last reported.</summary>
    public async Task<IReadOnlyList<FamilyMember>> FamilyOfAsync(string workflow)
    {
        var tasks = await database.Database.SqlQuery<KinRow>(
            $"""
            select distinct on (kin.workflow, kin.task) kin.workflow, reported.body
            from scorer.orderable_case kin join ingestor.reported_event reported on reported.event_id = kin.event_id
            where kin.workflow = {workflow} or kin.family = (select family from scorer.orderable_case where workflow = {workflow} limit 1)
            order by kin.workflow, kin.task, kin.reported_at desc
            """).ToListAsync(cancellationToken);
        return [.. tasks.GroupBy(task => task.Workflow, StringComparer.Ordinal)
            .Select(member => FamilyMember.Of(member.Key, [.. member.Select(task => WireJson.Read<WorkflowAssistanceRequested>(task.Body))]))];
    }

    private static IReadOnlyList<OrderableCase> ReadAll(List<Row> rows) => [.. rows.Select(row => new OrderableCase(
        row.EventId, row.Revision, row.Disposition, row.ExpiresAt, row.AnsweredAt, row.IsOver, row.DominantCode, row.Blinded,
        WireJson.Read<RecoveryRecommended>(row.Body), row.Plans, WireJson.Read<WorkflowAssistanceRequested>(row.Reported), row.OrderState)
    {
        OrderExpiresAt = row.OrderExpiresAt,
        IsTaken = row.IsTaken,
        IsTold = row.IsTold,
    })];

    private sealed record KinRow(string Workflow, byte[] Body);

    private sealed record Row(
        Guid EventId, int Revision, string Disposition, DateTimeOffset ExpiresAt, DateTimeOffset? AnsweredAt, bool IsOver, int? DominantCode, bool Blinded,
        byte[] Body, string Plans, byte[] Reported, string? OrderState, DateTimeOffset? OrderExpiresAt, bool IsTaken, bool IsTold);
}
