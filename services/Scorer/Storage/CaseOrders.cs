using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What operators order and want back, each order once, within a transaction that holds the workflow's lock.</summary>
internal sealed class CaseOrders(ScorerDatabase database, Revisions revisions, Guid origin, DateTimeOffset now, CancellationToken cancellationToken)
{
    /// <summary>What is to be published of an approval; nothing when it came before.</summary>
    public async Task<IReadOnlyList<RecoveryRecommended>> ApproveAsync(RecoveryApproved approved, TimeSpan expiry)
    {
        var ids = approved.Cases.Select(one => one.OrderId).ToArray();
        if (await database.Approvals.AnyAsync(known => ids.Contains(known.OrderId), cancellationToken))
            return [];

        var takenBack = await database.ApprovalUndos.AnyAsync(undo => ids.Contains(undo.OrderId), cancellationToken);
        var said = new List<RecoveryRecommended>();
        foreach (var one in approved.Cases)
        {
            if (await ApproveAsync(approved, one, takenBack, expiry) is { } told)
                said.Add(told);
        }

        return said;
    }

    /// <summary>Withdraws all orders of an approval or, when an executor has taken one of them up, none.</summary>
    public async Task UndoAsync(ApprovalUndone undone)
    {
        var ids = undone.OrderIds.ToArray();
        if (await database.ApprovalUndos.AnyAsync(known => ids.Contains(known.OrderId), cancellationToken))
            return;

        var approved = await database.Approvals.Where(a => ids.Contains(a.OrderId) && a.State == ApprovalStates.Approved).ToListAsync(cancellationToken);
        var taken = await IsTakenAsync(approved.Select(a => a.EventId));
        database.ApprovalUndos.AddRange(ids.Select(id => new ApprovalUndoRow
        {
            OrderId = id,
            Operator = undone.Operator,
            UndoneAt = undone.UndoneAt,
            Granted = !taken,
            Why = taken ? "An executor has taken it up." : null,
            At = now,
        }));
        if (!taken)
            await TakeBackAsync(undone, approved);
    }

    private async Task<RecoveryRecommended?> ApproveAsync(RecoveryApproved approved, ApprovedCase one, bool takenBack, TimeSpan expiry)
    {
        var known = await database.Cases.SingleOrDefaultAsync(c => c.EventId == one.EventId && c.Workflow == approved.Workflow, cancellationToken);
        var sites = known is null ? null : await SitesAsync(approved.Ordered, one.EventId);
        var refusal = OrderRefusal.Why(known is null ? null : await WhereAsync(known, approved.Ordered, sites!, takenBack));
        if (refusal is null)
            await ReplaceExpiredAsync(one.EventId);
        var told = refusal is null ? await SayAsync(approved, known!, sites!, expiry) : null;
        database.Approvals.Add(new()
        {
            OrderId = one.OrderId,
            ApprovalId = approved.ApprovalId,
            EventId = one.EventId,
            SeenRevision = one.SeenRevision,
            RecordedAt = approved.RecordedAt,
            Operator = approved.Operator,
            State = told is null ? ApprovalStates.Refused : ApprovalStates.Approved,
            Revision = told?.Revision,
            Why = refusal,
            At = now,
        });
        return told;
    }

    private async Task<OrderedCase> WhereAsync(CaseRow known, OrderedRecovery ordered, SiteChoice sites, bool takenBack) => new(
        known.Disposition,
        await database.Cases.AnyAsync(newer => newer.Task == known.Task && newer.ReportedAt > known.ReportedAt, cancellationToken)
            || await database.Departures.AnyAsync(left => left.Workflow == known.Workflow && left.LeftAt >= known.ReportedAt, cancellationToken),
        known.ExpiresAt <= now,
        await IsTakenAsync([known.EventId]),
        takenBack,
        sites.Resolved.Count == 0 && EffectKey.ScopeOf(ApprovedRecommendation.KindOf(ordered)) == EffectKey.TaskScope);

    private async Task<RecoveryRecommended> SayAsync(RecoveryApproved approved, CaseRow known, SiteChoice sites, TimeSpan expiry)
    {
        var recommended = await database.Recommendations.AsNoTracking()
            .Where(row => row.EventId == known.EventId)
            .OrderBy(row => row.Disposition == Disposition.Approved || row.Disposition == Disposition.Withdrawn)
            .ThenByDescending(row => row.Revision)
            .FirstAsync(cancellationToken);
        var ordered = approved.Ordered;
        var confidence = KeptPlans.ProbabilityOf(recommended.Plans, ordered.Action, ordered.MemoryMb, ordered.Splitting);
        var said = ApprovedRecommendation.Of(
            WireJson.Read<RecoveryRecommended>(recommended.Body), ordered, approved.Operator, sites, confidence, known.Revision + 1, now, expiry);
        revisions.Say(known, said, Kept.Of(recommended));
        return said;
    }

    /// <summary>From the task's newest report and the sites' status now.</summary>
    private async Task<SiteChoice> SitesAsync(OrderedRecovery ordered, Guid eventId)
    {
        var reported = await database.Database.SqlQuery<byte[]>(
            $"""select body as "Value" from ingestor.reported_event where event_id = {eventId}""").SingleAsync(cancellationToken);
        var unavailable = await database.Database.SqlQuery<string>(
            $"""select site as "Value" from featurizer.unavailable_site""").ToListAsync(cancellationToken);
        return SiteResolution.Of(ordered.SiteMode, ordered.Sites, WireJson.Read<WorkflowAssistanceRequested>(reported), unavailable);
    }

    private async Task<bool> IsTakenAsync(IEnumerable<Guid> events)
    {
        var ids = events.ToArray();
        return await database.Database.SqlQuery<bool>(
            $"""
            select exists (select from ingestor.taken_action
                           where recommendation_id = any({ids}) and result in ('claimed', 'done')) as "Value"
            """).SingleAsync(cancellationToken);
    }

    /// <summary>An order that nobody took up in time no longer stands once another is given: whoever wants it back later does not mean the other.</summary>
    private async Task ReplaceExpiredAsync(Guid eventId)
    {
        foreach (var expired in await database.Approvals.Where(a => a.EventId == eventId && a.State == ApprovalStates.Approved).ToListAsync(cancellationToken))
            (expired.State, expired.At) = (ApprovalStates.Expired, now);
    }

    private async Task TakeBackAsync(ApprovalUndone undone, List<ApprovalRow> approved)
    {
        var events = approved.Select(a => a.EventId).ToArray();
        var why = Because.Of(ApprovedRecommendation.Feature, $"{undone.Operator} took the order back.");
        await revisions.SayAgainAsync(
            database.Cases.Where(c => events.Contains(c.EventId) && c.Disposition == Disposition.Approved),
            (said, revision) => RecommendationWriter.Withdraw(said, revision, why, now));
        foreach (var one in approved)
            (one.State, one.At) = (ApprovalStates.Withdrawn, now);
        database.Outgoing.Add(InsideMessage.Stage(
            NameBasedGuid.Of("operator action undone", undone.Workflow, undone.Task, undone.RecordedAt),
            origin,
            InsideKeys.OperatorActionUndone,
            new OperatorActionUndone(undone.Workflow, undone.Task, undone.RecordedAt, undone.Operator, undone.UndoneAt),
            now));
    }
}
