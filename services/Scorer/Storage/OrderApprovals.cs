using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What operators order, each order once, within a transaction that holds the workflow's lock.</summary>
internal sealed class OrderApprovals(ScorerDatabase database, Revisions revisions, DateTimeOffset now, CancellationToken cancellationToken)
{
    /// <summary>What is to be published of an approval, all of it or nothing; nothing too when it came before.</summary>
    public async Task<IReadOnlyList<RecoveryRecommended>> ApproveAsync(RecoveryApproved approved, TimeSpan expiry)
    {
        var ids = approved.Cases.Select(one => one.OrderId).ToArray();
        if (await database.Approvals.AnyAsync(known => ids.Contains(known.OrderId), cancellationToken))
            return [];

        var takenBack = await database.ApprovalUndos.AnyAsync(undo => ids.Contains(undo.OrderId), cancellationToken);
        var hearing = new ApprovalHearing(database, now, cancellationToken);
        var heard = new List<HeardCase>();
        foreach (var one in approved.Cases)
            heard.Add(await hearing.HearAsync(approved, one, takenBack));
        if (heard.Find(one => one.Why is not null) is { Why: { } why })
        {
            database.Approvals.AddRange(heard.Select(one => Row(approved, one, told: null, one.Why ?? OrderRefusal.WithOthers(why))));
            return [];
        }

        var said = new List<RecoveryRecommended>();
        foreach (var one in heard)
            said.Add(await ApproveAsync(approved, one, expiry));
        return said;
    }

    /// <summary>Orders on a case that stood until something newer is said of it.</summary>
    public async Task ExpireAsync(Guid eventId)
    {
        foreach (var past in await database.Approvals.Where(a => a.EventId == eventId && a.State == ApprovalStates.Approved).ToListAsync(cancellationToken))
            (past.State, past.At) = (ApprovalStates.Expired, now);
    }

    private async Task<RecoveryRecommended> ApproveAsync(RecoveryApproved approved, HeardCase heard, TimeSpan expiry)
    {
        await ExpireAsync(heard.One.EventId);
        var told = await SayAsync(approved, heard.Known!, heard.Sites, expiry);
        database.Approvals.Add(Row(approved, heard, told, why: null));
        return told;
    }

    private ApprovalRow Row(RecoveryApproved approved, HeardCase heard, RecoveryRecommended? told, string? why) => new()
    {
        OrderId = heard.One.OrderId,
        ApprovalId = approved.ApprovalId,
        EventId = heard.One.EventId,
        SeenRevision = heard.One.SeenRevision,
        RecordedAt = approved.RecordedAt,
        Operator = approved.Operator,
        State = told is null ? ApprovalStates.Refused : ApprovalStates.Approved,
        Revision = told?.Revision,
        ExpiresAt = told?.ExpiresAt,
        Why = why,
        At = now,
    };

    private async Task<RecoveryRecommended> SayAsync(RecoveryApproved approved, CaseRow known, SiteChoice sites, TimeSpan expiry)
    {
        var recommended = await database.Recommendations.AsNoTracking()
            .Where(row => row.EventId == known.EventId)
            .OrderBy(row => row.Disposition == Disposition.Approved || row.Disposition == Disposition.Withdrawn)
            .ThenByDescending(row => row.Revision)
            .FirstAsync(cancellationToken);
        var ordered = approved.Ordered;
        var confidence = KeptPlans.ProbabilityOf(recommended.Plans, ApprovedRecommendation.ActionOf(ordered));
        var said = ApprovedRecommendation.Of(
            WireJson.Read<RecoveryRecommended>(recommended.Body), ordered, approved.Operator, sites, confidence, known.Revision + 1, now, expiry);
        revisions.Say(known, said, Kept.Of(recommended));
        return said;
    }
}
