using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>One case of an approval, held against where it stands now.</summary>
/// <param name="One">As it was ordered.</param>
/// <param name="Known">The case; null when there is none.</param>
/// <param name="Sites">Where it would run.</param>
/// <param name="Why">Why it cannot be ordered; null when nothing speaks against it.</param>
internal sealed record HeardCase(ApprovedCase One, CaseRow? Known, SiteChoice Sites, string? Why);

/// <summary>Holds approvals against their cases, the tasks' newest reports and the sites' status now.</summary>
internal sealed class ApprovalHearing(ScorerDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
{
    private static readonly SiteChoice Nowhere = new() { Mode = SiteResolution.AutoMode, List = [], Resolved = [] };

    public async Task<HeardCase> HearAsync(RecoveryApproved approved, ApprovedCase one, bool takenBack)
    {
        var known = await database.Cases.SingleOrDefaultAsync(c => c.EventId == one.EventId && c.Workflow == approved.Workflow, cancellationToken);
        if (known is null)
            return new(one, null, Nowhere, OrderRefusal.Why(null));

        var reported = await ReportedAsync(one.EventId);
        var sites = SiteResolution.Of(approved.Ordered.SiteMode, approved.Ordered.Sites, reported, await UnavailableSitesAsync());
        var runsSomewhere = EffectKey.ScopeOf(ApprovedRecommendation.KindOf(approved.Ordered)) == EffectKey.TaskScope;
        return new(one, known, sites, OrderRefusal.Why(new(
            known.Disposition,
            await IsOverAsync(known),
            known.ExpiresAt <= now,
            await new TakenEffects(database, cancellationToken).OfCaseAsync(known),
            takenBack,
            await NewestJudgedAsync(known.EventId) > one.SeenRevision,
            runsSomewhere && sites.Resolved.Count == 0,
            approved.Ordered.MemoryMb <= reported.MemoryMb)));
    }

    private async Task<bool> IsOverAsync(CaseRow known) =>
        await database.Cases.AnyAsync(newer => newer.Task == known.Task && newer.ReportedAt > known.ReportedAt, cancellationToken)
        || await database.Departures.AnyAsync(left => left.Workflow == known.Workflow && left.LeftAt >= known.ReportedAt, cancellationToken);

    /// <summary>The newest revision that tells what is thought of the case, not what became of an order.</summary>
    private async Task<int> NewestJudgedAsync(Guid eventId) => await database.Recommendations
        .Where(said => said.EventId == eventId && said.Disposition != Disposition.Approved && said.Disposition != Disposition.Withdrawn)
        .MaxAsync(said => (int?)said.Revision, cancellationToken) ?? 0;

    private async Task<WorkflowAssistanceRequested> ReportedAsync(Guid eventId) => WireJson.Read<WorkflowAssistanceRequested>(
        await database.Database.SqlQuery<byte[]>($"""select body as "Value" from ingestor.reported_event where event_id = {eventId}""").SingleAsync(cancellationToken));

    private Task<List<string>> UnavailableSitesAsync() =>
        database.Database.SqlQuery<string>($"""select site as "Value" from featurizer.unavailable_site""").ToListAsync(cancellationToken);
}
