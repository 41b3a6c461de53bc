using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Inventory;
using WorkflowRecovery.Scorer.Decisions;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What one message changes in the cases of its workflow, within a transaction that holds the workflow's lock.</summary>
internal sealed class CaseChanges(ScorerDatabase database, Guid origin, DateTimeOffset now, CancellationToken cancellationToken)
{
    private readonly Revisions _revisions = new(database, origin, now, cancellationToken);

    public async Task<CaseRow?> FindAsync(Guid eventId) => await database.Cases.FindAsync([eventId], cancellationToken);

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
        if (known is null)
        {
            known = New(said, file.Stored.MatrixRevision);
            known.AnsweredAt = await AnsweredAtAsync(known.Workflow, known.Task, known.ReportedAt);
            blinded = known.AnsweredAt is null && said.Disposition == Disposition.Review && Blinding.Draws(known.EventId, file.Policy.Policy.BlindedShare);
            database.Cases.Add(known);
        }

        known.MatrixRevision = file.Stored.MatrixRevision;
        (known.DominantCode, known.Attempt) = (file.Dominant.Code, file.Event.Attempt);
        var kept = new Kept(PlansJson.Write(decision.Judgement.Plans), decision.Cell, file.Judgement.RunId, DominantError.Of(file.Matrix));
        var told = blinded ? Blinding.Hide(said) : said;
        _revisions.Say(known, told, blinded ? kept.Hiding(said) : kept);
        if (told.Disposition == Disposition.Review && (blinded || told.Scope == EffectKey.WorkflowScope))
            await HoldBackForAsync(told, blinded);
        if (known.AnsweredAt is not null)
            await SettleAnswersAsync(known.Workflow);
    }

    public void AddShadow(ShadowRow? judged)
    {
        if (judged is not null)
            database.Shadows.Add(judged);
    }

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

    public Task UndoAsync(ApprovalUndone undone) => Orders().UndoAsync(undone);

    public Task KeepWaitingAsync(MatrixStored stored) => Waiting().KeepAsync(stored);

    public Task<IReadOnlyList<MatrixStored>> TakeWaitingAsync(string workflow) => Waiting().TakeAsync(workflow);

    public Task SettleAnswersAsync(string workflow) => new CaseAnswers(database, cancellationToken).SettleAsync(workflow);

    public Task AddDepartureAsync(WorkflowLeftAssistance left) => database.Database.ExecuteSqlAsync(
        $"insert into scorer.departure (workflow, left_at, status) values ({left.Workflow}, {left.LeftAt}, {left.Status}) on conflict do nothing",
        cancellationToken);

    private WaitingMatrices Waiting() => new(database, now, cancellationToken);

    private CaseOrders Orders() => new(database, _revisions, origin, now, cancellationToken);

    /// <summary>Blinded once, blinded in every revision: what was hidden is never published.</summary>
    private Task<bool> WasBlindedAsync(CaseRow known) => database.Recommendations
        .AnyAsync(said => said.EventId == known.EventId && said.Revision == known.Revision && said.Blinded, cancellationToken);

    private IQueryable<CaseRow> Undecided() => database.Cases.Where(c =>
        c.ExpiresAt > now && (c.Disposition == Disposition.Review || c.Disposition == Disposition.Abstained));

    /// <summary>When an operator first ordered something for a round or later; null when none has.</summary>
    private async Task<DateTimeOffset?> AnsweredAtAsync(string workflow, string task, DateTimeOffset reportedAt) =>
        await database.Database.SqlQuery<DateTimeOffset?>(
            $"""
            select min(recorded_at) as "Value" from ingestor.recorded_action
            where source = 'live' and workflow = {workflow} and (task is null or task = {task}) and recorded_at >= {reportedAt}
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
