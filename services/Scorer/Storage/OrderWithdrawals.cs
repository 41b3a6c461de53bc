using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Orders that are withdrawn, with their labels, within a transaction that holds the workflow's lock.</summary>
internal sealed class OrderWithdrawals(ScorerDatabase database, Revisions revisions, Guid origin, DateTimeOffset now, CancellationToken cancellationToken)
{
    private readonly TakenEffects _taken = new(database, cancellationToken);

    /// <summary>Withdraws all orders of an approval or, when an executor has taken one of them up, none; returns the cases that are open again.</summary>
    public async Task<Guid[]> UndoAsync(ApprovalUndone undone)
    {
        var ids = undone.OrderIds.ToArray();
        if (await database.ApprovalUndos.AnyAsync(known => ids.Contains(known.OrderId), cancellationToken))
            return [];

        var published = await database.Approvals.Where(a => ids.Contains(a.OrderId) && a.Revision != null).ToListAsync(cancellationToken);
        var taken = await _taken.OfRevisionsAsync(published);
        database.ApprovalUndos.AddRange(ids.Select(id => new ApprovalUndoRow
        {
            OrderId = id,
            Operator = undone.Operator,
            UndoneAt = undone.UndoneAt,
            Granted = !taken,
            Why = taken ? "An executor has taken it up." : null,
            At = now,
        }));
        return taken ? [] : await WithdrawAsync(
            published,
            new(undone.Workflow, undone.Task, undone.RecordedAt, undone.Operator, undone.UndoneAt),
            Because.Of(ApprovedRecommendation.Feature, $"{undone.Operator} took the order back."));
    }

    /// <summary>An executor acted on what had been withdrawn by then: what was ordered in its place must not be done as well.</summary>
    public async Task GiveWayAsync(RecoveryActionTaken taken)
    {
        var later = await database.Approvals
            .Where(a => a.EventId == taken.RecommendationId && a.State == ApprovalStates.Approved && a.Revision > taken.Revision).ToListAsync(cancellationToken);
        if (later is not [var order])
            return;

        var orders = await database.Approvals.Where(a => a.ApprovalId == order.ApprovalId && a.State == ApprovalStates.Approved).ToListAsync(cancellationToken);
        if (await _taken.OfRevisionsAsync(orders))
            return;

        const string Why = "An executor has acted on an earlier order.";
        var said = WireJson.Read<RecoveryRecommended>((await database.Recommendations.AsNoTracking()
            .SingleAsync(row => row.EventId == order.EventId && row.Revision == order.Revision, cancellationToken)).Body);
        orders.ForEach(one => one.Why = Why);
        await WithdrawAsync(
            orders,
            new(said.Workflow, said.Scope == EffectKey.WorkflowScope ? null : said.Task, order.RecordedAt, order.Operator, now),
            Because.Of(ApprovedRecommendation.Feature, Why));
    }

    private async Task<Guid[]> WithdrawAsync(List<ApprovalRow> published, OperatorActionUndone undone, Reason why)
    {
        List<ApprovalRow> standing = [.. published.Where(order => order.State == ApprovalStates.Approved)];
        var events = standing.Select(order => order.EventId).ToArray();
        await revisions.SayAgainAsync(
            database.Cases.Where(c => events.Contains(c.EventId) && c.Disposition == Disposition.Approved),
            (said, revision) => RecommendationWriter.Withdraw(said, revision, why, now));
        standing.ForEach(order => (order.State, order.At) = (ApprovalStates.Withdrawn, now));
        database.Outgoing.Add(InsideMessage.Stage(
            NameBasedGuid.Of("operator action undone", undone.Workflow, undone.Task, undone.RecordedAt),
            origin,
            InsideKeys.OperatorActionUndone,
            undone with { Withdrawn = [.. published.Select(order => new WithdrawnRevision(order.EventId, order.Revision!.Value))] },
            now));
        return events;
    }
}
