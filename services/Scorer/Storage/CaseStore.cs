using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Policies;
using WorkflowRecovery.Scorer.Rules;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>
/// The cases of a workflow, one transaction at a time: whatever comes for a workflow takes its lock first, so that
/// rounds, answers and departures are seen in full whatever their order.
/// </summary>
internal sealed class CaseStore(
    IDbContextFactory<ScorerDatabase> databases,
    OutgoingPublisher<ScorerDatabase> outgoing,
    ActiveModels active,
    ActiveRules rules,
    CurrentPolicy policy,
    ShadowJudgements shadows,
    IOptions<RecommendationOptions> options,
    TimeProvider clock)
{
    private const string LateStatus = "late site status";

    /// <summary>Judges a matrix, unless it or a newer one of the event was judged before.</summary>
    public async Task JudgeAsync(MatrixStored stored, CancellationToken cancellationToken)
    {
        if (await IsJudgedAsync(stored, cancellationToken))
        {
            await outgoing.PublishAsync(stored.MatrixId, cancellationToken);
            return;
        }

        // The models are asked before the lock is taken: no other message of the workflow waits for that.
        var opinion = Ask(stored);
        await ChangeAsync(stored.Event.Workflow, stored.MatrixId, changes => JudgeAsync(changes, stored, opinion), cancellationToken);
    }

    /// <summary>Settles which actions answer the cases of a workflow: one was recorded, or taken back.</summary>
    public Task AnswerAsync(string workflow, CancellationToken cancellationToken) =>
        ChangeAsync(workflow, NameBasedGuid.Of("answers", workflow), changes => changes.SettleAnswersAsync(workflow), cancellationToken);

    /// <summary>Publishes what an operator ordered, or keeps why not.</summary>
    public Task ApproveAsync(RecoveryApproved approved, CancellationToken cancellationToken) =>
        ChangeAsync(approved.Workflow, NameBasedGuid.Of("approval", approved.ApprovalId),
            changes => changes.ApproveAsync(approved, TimeSpan.FromHours(options.Value.ExpiryHours)), cancellationToken);

    /// <summary>Withdraws what an operator wants back, unless it was taken up, and judges what came meanwhile.</summary>
    public Task UndoAsync(ApprovalUndone undone, CancellationToken cancellationToken) =>
        ChangeAsync(undone.Workflow, NameBasedGuid.Of("approval undo", undone.ApprovalId), async changes =>
        {
            foreach (var waiting in await changes.UndoAsync(undone))
                await JudgeAsync(changes, waiting.Stored, Ask(waiting.Stored), waiting.Counts);
        }, cancellationToken);

    /// <summary>Judges what came while orders stood that have expired or given way since; rare enough that the models are asked under the lock.</summary>
    public Task ResumeAsync(string workflow, CancellationToken cancellationToken) =>
        ChangeAsync(workflow, NameBasedGuid.Of("resume", workflow), async changes =>
        {
            foreach (var waiting in await changes.ResumeAsync(workflow))
                await JudgeAsync(changes, waiting.Stored, Ask(waiting.Stored), waiting.Counts);
        }, cancellationToken);

    /// <summary>Notes that an executor acted on something.</summary>
    public Task TakeUpAsync(RecoveryActionTaken taken, CancellationToken cancellationToken) =>
        ChangeAsync(taken.Workflow, NameBasedGuid.Of("taken up", taken.RecommendationId, taken.Revision, taken.Result),
            changes => changes.TakeUpAsync(taken), cancellationToken);

    /// <summary>Says for review what is automatic in a workflow and has not left, since the switch is off.</summary>
    public Task RecallAsync(string workflow, CancellationToken cancellationToken) =>
        ChangeAsync(workflow, NameBasedGuid.Of("recall", workflow), changes => changes.RecallAsync(workflow), cancellationToken);

    /// <summary>Closes the rounds of a workflow that left assistance.</summary>
    public Task LeaveAsync(WorkflowLeftAssistance left, CancellationToken cancellationToken) =>
        ChangeAsync(left.Workflow, NameBasedGuid.Of("departure", left.Workflow, left.LeftAt), async changes =>
        {
            await changes.AddDepartureAsync(left);
            await changes.WithdrawAsync(changes.OpenRoundsUntil(left), "The workflow has left assistance.");
        }, cancellationToken);

    private Task JudgeAsync(CaseChanges changes, MatrixStored stored, Opinion opinion) =>
        JudgeAsync(changes, stored, opinion, counts: stored.Cause != LateStatus);

    /// <summary>A late status alone revises open cases only; newer counts, with one or without, whatever has become of the case.</summary>
    private async Task JudgeAsync(CaseChanges changes, MatrixStored stored, Opinion opinion, bool counts)
    {
        var known = await changes.FindAsync(stored.EventId);
        if (known is not null && known.MatrixRevision >= stored.MatrixRevision)
            return;

        if (known is not null && await changes.HasOrderAsync(known))
        {
            await changes.WaitAsync(stored, counts);
            return;
        }

        if (known is not null && !counts && await changes.IsClosedAsync(known, clock.GetUtcNow()))
            return;

        var file = new CaseFile(stored, opinion.Task.Matrix, opinion.Judgement, opinion.Obeyed, new Facts { Now = clock.GetUtcNow() });
        var over = await changes.RoundIsOverAsync(stored.Event);
        var decision = over ? Decision.Over(file.Judgement, file.Policy) : await changes.DecideAsync(file);
        await changes.RecommendAsync(known, file, decision, TimeSpan.FromHours(options.Value.ExpiryHours));
        if (opinion.InShadow is { } plans)
            changes.AddShadow(opinion.Models, stored, plans, known?.Revision ?? 1);
        if (!over)
            await changes.WithdrawAsync(changes.OpenRoundsBefore(stored.Event), "A newer round of this task is in assistance.");
    }

    /// <summary>Whether it is known already, as when it is delivered again; matrices of a case only get newer, so that no lock is needed.</summary>
    private async Task<bool> IsJudgedAsync(MatrixStored stored, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Cases.AnyAsync(known => known.EventId == stored.EventId && known.MatrixRevision >= stored.MatrixRevision, cancellationToken);
    }

    private Opinion Ask(MatrixStored stored)
    {
        var (models, task, obeyed) = (active.Pair, MatrixReading.TaskOf(stored), policy.Current);
        var most = obeyed.Policy.MaxMemoryMbPerCore;
        var fired = rules.Current.FiringOn(RuledJudgement.InputOf(stored, task.Matrix, clock.GetUtcNow()));
        var judgement = RuledJudgement.Of(Judge.Of(models.Active, task, most), fired, stored.Event.Cores, most);
        return new(models, obeyed, task, judgement, shadows.PlansOf(models, stored, task, most));
    }

    private async Task ChangeAsync(string workflow, Guid origin, Func<CaseChanges, Task> change, CancellationToken cancellationToken)
    {
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({workflow}, 1))", cancellationToken);
            await change(new CaseChanges(database, origin, clock.GetUtcNow(), cancellationToken));
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await outgoing.PublishAsync(origin, cancellationToken);
    }

    /// <summary>What models and rules make of a matrix, whatever is known of its case.</summary>
    private sealed record Opinion(ModelPair Models, PolicyInUse Obeyed, ReportedTask Task, Judgement Judgement, IReadOnlyList<Plan>? InShadow);
}
