using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>Reads what there is to be done, from the views of those who own it.</summary>
internal static class StandingOrders
{
    /// <summary>All open tasks of workflows that have an order.</summary>
    public static async Task<IReadOnlyList<StandingCase>> ReadAsync(ConsoleDatabase database, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await database.Database.SqlQuery<Row>(
            $"""
            select c.event_id, c.workflow, c.task, c.family,
                   (c.answered_at is not null or acted.is_done or (c.disposition in ('automatic', 'approved') and c.expires_at > {now}))
                       and not coalesce(wanted.back, false)
                       and not exists (select from console.order o where o.event_id = c.event_id and o.state in ('pending', 'sent')) as is_answered,
                   acted.is_done,
                   case when c.disposition in ('automatic', 'approved') then c.body end as body,
                   case when c.disposition = 'approved' then wanted.recorded end as recorded
            from scorer.open_case c
            cross join lateral (
                select exists (select from ingestor.taken_up_action t where t.recommendation_id = c.event_id)
                    or exists (select from console.served_order s where s.event_id = c.event_id and s.reported_at is not null) as is_done) acted
            left join lateral (
                select o.recorded, o.undo_asked_at is not null
                           and not exists (select from scorer.approved_order became where became.order_id = o.order_id and not became.undo_granted) as back
                from console.order o where o.event_id = c.event_id and o.state in ('sent', 'approved')) wanted on true
            where c.workflow in (select workflow from scorer.open_case where disposition in ('automatic', 'approved') and expires_at > {now})
            """).ToListAsync(cancellation);
        return [.. rows.Select(row => new StandingCase(
            row.EventId, row.Workflow, row.Task, row.Family, row.IsAnswered, row.IsDone,
            row.Body is null ? null : WireJson.Read<RecoveryRecommended>(row.Body),
            row.Recorded is null ? null : WireJson.Read<OperatorActionRecorded>(row.Recorded)))];
    }

    /// <summary>The workflows of each family that are or were in assistance.</summary>
    public static async Task<ILookup<string, string>> FamiliesAsync(ConsoleDatabase database, IEnumerable<string> families, CancellationToken cancellation)
    {
        var asked = families.Distinct(StringComparer.Ordinal).ToArray();
        var kin = asked.Length == 0 ? [] : await database.Database
            .SqlQuery<Kin>($"select family, workflow from scorer.family_workflow where family = any({asked})").ToListAsync(cancellation);
        return kin.ToLookup(one => one.Family, one => one.Workflow, StringComparer.Ordinal);
    }

    private sealed record Row(Guid EventId, string Workflow, string Task, string? Family, bool IsAnswered, bool IsDone, byte[]? Body, byte[]? Recorded);

    private sealed record Kin(string Family, string Workflow);
}
