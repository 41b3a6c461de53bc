using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Scorer.Feedback;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>
/// Which action answers which case of a workflow, settled anew whenever either may have changed: so it depends on what
/// there is, never on what came first. Whoever calls holds the workflow's lock.
/// </summary>
internal sealed class CaseAnswers(ScorerDatabase database, CancellationToken cancellationToken)
{
    public async Task SettleAsync(string workflow)
    {
        await database.SaveChangesAsync(cancellationToken);
        await CloseAsync(workflow);
        var answering = await FirstActionsAsync(workflow);
        var known = await database.Answers
            .Where(answer => database.Cases.Any(c => c.EventId == answer.EventId && c.Workflow == workflow))
            .ToListAsync(cancellationToken);
        database.Answers.RemoveRange(known.Where(answer => !answering.Any(action => IsOf(answer, action))));
        await database.SaveChangesAsync(cancellationToken);
        foreach (var action in answering.Where(action => !known.Exists(answer => IsOf(answer, action))))
            await AddAsync(action);
    }

    /// <summary>From the first answer on what is thought of a blinded case may have been seen: later ones are no free choice, also when that one was taken back.</summary>
    private async Task AddAsync(AnsweringAction action)
    {
        var (answered, given) = (await database.Cases.SingleAsync(c => c.EventId == action.EventId, cancellationToken), await GivenAsync(action));
        if (given.Blinded && !(answered.UnveiledAt <= action.RecordedAt))
            answered.UnveiledAt = action.RecordedAt;
        database.Answers.Add(Answering.Of(action, given, unveiled: answered.UnveiledAt < action.RecordedAt));
    }

    private static bool IsOf(AnswerRow answer, AnsweringAction action) =>
        (answer.EventId, answer.ActionKey, answer.Revision) == (action.EventId, action.Key, action.Revision);

    /// <summary>
    /// Any first action closes a round, also one of a rule; without one it is open, or open again. An order here is not among
    /// them: what was published of it tells where the case stands.
    /// </summary>
    private async Task CloseAsync(string workflow)
    {
        var closing = await database.Database.SqlQuery<ClosedRound>(
            $"""
            select c.event_id, min(o.recorded_at) as at
            from scorer.recovery_case c
            left join ingestor.recorded_action o on o.source = 'live' and o.workflow = c.workflow and (o.task is null or o.task = c.task)
                and o.recorded_at >= c.reported_at
                and not exists (select from scorer.recovery_case newer
                    where newer.task = c.task and newer.reported_at > c.reported_at and newer.reported_at <= o.recorded_at)
                and not exists (select from scorer.approval given where given.event_id = c.event_id and given.recorded_at = o.recorded_at)
            where c.workflow = {workflow}
            group by c.event_id
            """).ToDictionaryAsync(round => round.EventId, round => round.At, cancellationToken);
        foreach (var known in await database.Cases.Where(c => c.Workflow == workflow).ToListAsync(cancellationToken))
            known.AnsweredAt = closing[known.EventId];
    }

    /// <summary>
    /// The first action between a round's report and the next round's answers it. What we or rules ordered is no answer, and
    /// neither is an approval nor what an undo withdrew: an order is held against what was recommended before, as its operator saw
    /// it. One on the workflow that answers the recommendation of one of its tasks answers those of all.
    /// </summary>
    private Task<List<AnsweringAction>> FirstActionsAsync(string workflow) => database.Database.SqlQuery<AnsweringAction>(
        $"""
        select c.event_id, a.key, a.recorded_at, a.received_at, a.parameters_given, a.action, a.memory_mb, a.splitting, a.xrootd, a.secondary, a.cores,
               case when a.task is null and exists (select from scorer.recovery_case sibling
                        where sibling.event_id = a.recommendation_id and sibling.workflow = c.workflow)
                    then c.event_id else a.recommendation_id end as recommendation_id,
               coalesce((select max(r.revision) from scorer.recommendation r
                         where r.event_id = c.event_id and r.disposition not in ('approved', 'withdrawn')
                             and (r.revision <= ordered.seen_revision or (ordered.seen_revision is null and r.recommended_at <= a.recorded_at))), 1) as revision
        from scorer.recovery_case c
        cross join lateral (
            select * from ingestor.recorded_action o
            where o.source = 'live' and o.workflow = c.workflow and (o.task is null or o.task = c.task) and o.recorded_at >= c.reported_at
                and not exists (select from scorer.recovery_case newer
                    where newer.task = c.task and newer.reported_at > c.reported_at and newer.reported_at <= o.recorded_at)
                and not exists (select from unnest(o.reasons) reason where reason like 'AIEH%')
            order by o.recorded_at, o.key limit 1) a
        left join lateral (
            select seen_revision from scorer.approval given
            where given.event_id = c.event_id and given.recorded_at = a.recorded_at limit 1) ordered on true
        where c.workflow = {workflow}
        """).ToListAsync(cancellationToken);

    private Task<RecommendationRow> GivenAsync(AnsweringAction action) => database.Recommendations.AsNoTracking()
        .SingleAsync(given => given.EventId == action.EventId && given.Revision == action.Revision, cancellationToken);

    private sealed record ClosedRound(Guid EventId, DateTimeOffset? At);
}
