using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Inventory;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Models;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What one message changes in the cases of its workflow, within a transaction that holds the workflow's lock.</summary>
internal sealed class CaseChanges(ScorerDatabase database, Guid origin, DateTimeOffset now, CancellationToken cancellationToken)
{
    private readonly Revisions _revisions = new(database, origin, now, cancellationToken);
    private readonly WaitingMatrices _waiting = new(database, cancellationToken);

    public async Task<CaseRow?> FindAsync(Guid eventId) => await database.Cases.FindAsync([eventId], cancellationToken);

    /// <summary>Whether an operator's order stands: executors may still act on it, or have, or may be about to tell.</summary>
    public async Task<bool> HasOrderAsync(CaseRow known) => known.Disposition == Disposition.Approved
        && (known.ExpiresAt + WaitingMatrices.Grace > now || await new TakenEffects(database, cancellationToken).OfCaseAsync(known));

    public Task WaitAsync(MatrixStored stored, bool counts) => _waiting.KeepAsync(new(stored, counts));

    /// <summary>Answered, expired, or no longer ours to change.</summary>
    public async Task<bool> IsClosedAsync(CaseRow known, DateTimeOffset at) =>
        known.AnsweredAt is not null || known.ExpiresAt <= at || known.Disposition is not (Disposition.Review or Disposition.Abstained)
        || await AnsweredAtAsync(known.Workflow, known.Task, known.ReportedAt) is not null;

    /// <summary>Whether a newer round of the task was judged, or the workflow left assistance, since it was reported.</summary>
    public async Task<bool> RoundIsOverAsync(WorkflowAssistanceRequested task) =>
        await database.Cases.AnyAsync(other => other.Task == task.Task && other.ReportedAt > task.ReportedAt, cancellationToken)
        || await database.Departures.AnyAsync(left => left.Workflow == task.Workflow && left.LeftAt >= task.ReportedAt, cancellationToken);

    /// <summary>Rounds that a newer one ends. An answer that came in before the newer round was known, but was given after it, was not about them.</summary>
    public IQueryable<CaseRow> OpenRoundsBefore(WorkflowAssistanceRequested task) =>
        Undecided().Where(other => other.Task == task.Task && other.ReportedAt < task.ReportedAt
            && (other.AnsweredAt == null || other.AnsweredAt >= task.ReportedAt));

    public IQueryable<CaseRow> OpenRoundsUntil(WorkflowLeftAssistance left) =>
        Undecided().Where(other => other.AnsweredAt == null && other.Workflow == left.Workflow && other.ReportedAt <= left.LeftAt);

    public Task<Decision> DecideAsync(CaseFile file) => new CaseDecision(database, now, cancellationToken).OfAsync(file);

    public async Task RecommendAsync(CaseRow? known, CaseFile file, Decision decision, TimeSpan expiry)
    {
        var said = RecommendationWriter.Write(file.Stored, decision, (known?.Revision ?? 0) + 1, now, expiry);
        var blinded = known is not null && await WasBlindedAsync(known);
        if (known?.Disposition == Disposition.Approved)
            await Orders().ExpireAsync(known.EventId);
        if (known is null)
        {
            known = New(said, file.Stored.MatrixRevision);
            known.AnsweredAt = await AnsweredAtAsync(known.Workflow, known.Task, known.ReportedAt);
            blinded = known.AnsweredAt is null && said.Disposition == Disposition.Review && file.IsDrawn;
            database.Cases.Add(known);
        }

        known.MatrixRevision = file.Stored.MatrixRevision;
        (known.DominantCode, known.Attempt) = (file.Dominant.Code, file.Event.Attempt);
        var kept = new Kept(PlansJson.Write(decision.Judgement.Plans, decision.Judgement.Switches), decision.Cell, file.Judgement.RunId, DominantError.Of(file.Matrix), KeptSets.Of(file.Judgement.Certainty));
        var told = blinded ? Blinding.Hide(said) : said;
        _revisions.Say(known, told, blinded ? kept.Hiding(said) : kept);
        if (told.Disposition == Disposition.Review && (blinded || told.Scope == EffectKey.WorkflowScope))
            await HoldBackForAsync(told, blinded);
        if (known.AnsweredAt is not null)
            await SettleAnswersAsync(known.Workflow);
    }

    public void AddShadow(ModelPair models, MatrixStored stored, IReadOnlyList<Plan> plans, int revision) => database.Shadows.Add(new()
    {
        EventId = stored.EventId,
        RunId = models.Shadow!.RunId!.Value,
        MatrixRevision = stored.MatrixRevision,
        Revision = revision,
        ActiveRunId = models.Active.RunId,
        Plans = PlansJson.Write(plans),
        JudgedAt = now,
    });

    /// <summary>What is automatic for other tasks of a workflow goes to review, since an action on the whole of it is proposed, or may be.</summary>
    private async Task HoldBackForAsync(RecoveryRecommended proposed, bool blinded)
    {
        var why = blinded
            ? Because.Of("guard.blinded", Blinding.SiblingText)
            : Because.Of("guard.workflow", $"For another task of the workflow {proposed.Action} is {(proposed.Disposition == Disposition.Approved ? "ordered" : "proposed")}, which acts on the whole workflow.");
        var automatic = database.Cases.Where(c => c.Workflow == proposed.Workflow && c.EventId != proposed.RecommendationId && c.Disposition == Disposition.Automatic
            && c.AnsweredAt == null && c.ExpiresAt > now);
        await _revisions.SayAgainAsync(automatic, (said, revision) => RecommendationWriter.HoldBack(said, revision, why, now));
    }

    /// <summary>What never left is never told: its next revision, for review, takes its place.</summary>
    public async Task RecallAsync(string workflow)
    {
        var recalled = await database.Database.SqlQuery<Guid>(
            $"""
            delete from scorer.outgoing_message waiting using scorer.recommendation said
            where said.message_id = waiting.message_id and said.workflow = {workflow} and said.disposition = 'automatic' and waiting.published_at is null
            returning said.event_id as "Value"
            """).ToListAsync(cancellationToken);
        var automatic = database.Cases.Where(c => recalled.Contains(c.EventId) && c.Disposition == Disposition.Automatic);
        await _revisions.SayAgainAsync(automatic, (said, revision) => RecommendationWriter.HoldBack(said, revision, PolicyGuards.SwitchedOff, now));
        await SettleAnswersAsync(workflow);
    }

    public Task WithdrawAsync(IQueryable<CaseRow> rounds, string why) =>
        _revisions.SayAgainAsync(rounds, (said, revision) => RecommendationWriter.Withdraw(said, revision, Because.Of("round", why), now));

    /// <summary>An order on the workflow holds back what is automatic for its other tasks.</summary>
    public async Task ApproveAsync(RecoveryApproved approved, TimeSpan expiry)
    {
        var said = await Orders().ApproveAsync(approved, expiry);
        if (said.FirstOrDefault(one => one.Scope == EffectKey.WorkflowScope) is { } onWorkflow)
            await HoldBackForAsync(onWorkflow, blinded: false);
        await SettleAnswersAsync(approved.Workflow);
    }

    /// <summary>What came while the orders stood and is to be judged now.</summary>
    public async Task<IReadOnlyList<WaitingMatrix>> UndoAsync(ApprovalUndone undone)
    {
        var open = await Withdrawals().UndoAsync(undone);
        return await TakeAsync(open);
    }

    /// <summary>What came while orders stood that have expired or gave way, taken up by nobody.</summary>
    public async Task<IReadOnlyList<WaitingMatrix>> ResumeAsync(string workflow)
    {
        var past = await WaitingMatrices.PastOrders(database, now).Where(known => known.Workflow == workflow).Select(known => known.EventId).ToArrayAsync(cancellationToken);
        return await TakeAsync(past);
    }

    /// <summary>Gone before anything is judged: an executor may act meanwhile, and then what was taken is put back.</summary>
    private async Task<IReadOnlyList<WaitingMatrix>> TakeAsync(Guid[] events)
    {
        var waiting = await _waiting.TakeAsync(events);
        await database.SaveChangesAsync(cancellationToken);
        return waiting;
    }

    /// <summary>An executor acted on something: that may bring back an answer, and ends what was ordered in its place.</summary>
    public async Task TakeUpAsync(RecoveryActionTaken taken)
    {
        await SettleAnswersAsync(taken.Workflow);
        if (taken.Result is "claimed" or "done")
            await Withdrawals().GiveWayAsync(taken);
        await database.Database.ExecuteSqlAsync(
            $"select pg_notify('scorer_case', event_id::text) from scorer.recovery_case where workflow = {taken.Workflow}", cancellationToken);
    }

    public Task SettleAnswersAsync(string workflow) => new CaseAnswers(database, cancellationToken).SettleAsync(workflow);

    public async Task AddDepartureAsync(WorkflowLeftAssistance left)
    {
        await database.Database.ExecuteSqlAsync(
            $"insert into scorer.departure (workflow, left_at, status) values ({left.Workflow}, {left.LeftAt}, {left.Status}) on conflict do nothing",
            cancellationToken);
        await _waiting.ForgetAsync(left.Workflow, left.LeftAt);
    }

    private OrderApprovals Orders() => new(database, _revisions, now, cancellationToken);

    private OrderWithdrawals Withdrawals() => new(database, _revisions, origin, now, cancellationToken);

    /// <summary>Blinded once, blinded in every revision: what was hidden is never published.</summary>
    private Task<bool> WasBlindedAsync(CaseRow known) => database.Recommendations
        .AnyAsync(said => said.EventId == known.EventId && said.Revision == known.Revision && said.Blinded, cancellationToken);

    private IQueryable<CaseRow> Undecided() => database.Cases.Where(c =>
        c.ExpiresAt > now && (c.Disposition == Disposition.Review || c.Disposition == Disposition.Abstained));

    /// <summary>When an operator first acted for a round or later by another way than an order here; null when none has.</summary>
    private async Task<DateTimeOffset?> AnsweredAtAsync(string workflow, string task, DateTimeOffset reportedAt) =>
        await database.Database.SqlQuery<DateTimeOffset?>(
            $"""
            select min(recorded_at) as "Value" from ingestor.recorded_action o
            where source = 'live' and workflow = {workflow} and (task is null or task = {task}) and recorded_at >= {reportedAt}
                and not exists (select from scorer.recovery_case c join scorer.approval given on given.event_id = c.event_id
                    where c.workflow = {workflow} and c.task = {task} and given.recorded_at = o.recorded_at)
            """).SingleAsync(cancellationToken);

    private static CaseRow New(RecoveryRecommended said, int matrixRevision) => new()
    {
        EventId = said.RecommendationId,
        Workflow = said.Workflow,
        Task = said.Task,
        ReportedAt = said.ReportedAt,
        MatrixRevision = matrixRevision,
        Revision = said.Revision,
        Disposition = said.Disposition,
        ExpiresAt = said.ExpiresAt,
        Family = WorkflowName.Parse(said.Workflow).Family,
    };
}
