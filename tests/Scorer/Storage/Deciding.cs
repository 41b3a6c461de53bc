using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Decisions;
using WorkflowRecovery.Scorer.Tests.Scoring;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>Cases in which everything but the facts of the database is in order, decided and stored as the service does it.</summary>
internal static class Deciding
{
    /// <summary>Trusts every kind of case and has plenty of budget.</summary>
    public static readonly RecoveryPolicy Trusting = Files.Policy.With(policy => policy with
    {
        EarnedAnswers = 0, EarnedAgreement = 0, PerHour = 1_000, PerHourAndCampaign = 1_000, PerHourAndSite = 1_000,
    });

    /// <summary>A task that no other test has; a code of its own keeps it out of their cones.</summary>
    public static WorkflowAssistanceRequested NewTask(string? workflow = null, DateTimeOffset? reportedAt = null, string task = "Production", int code = 92, string? site = null)
    {
        workflow ??= $"pdmvserv_{Guid.NewGuid():N}";
        return Files.Task with
        {
            Workflow = workflow,
            Task = $"/{workflow}/{task}",
            ReportedAt = reportedAt ?? Tasks.ReportedAt,
            Campaign = workflow,
            Errors = [Tasks.Error(code, site ?? $"T2_XX_{workflow[^12..]}")],
        };
    }

    public static async Task<Decision> DecideAsync(
        this RunningStores stores, WorkflowAssistanceRequested task, RecoveryPolicy? policy = null, Judgement? judgement = null, int revision = 1, DateTimeOffset? now = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var at = now ?? task.ReportedAt.AddMinutes(1);
        var file = Files.Of(task, judgement, policy: policy ?? Trusting);
        file = file with { Stored = file.Stored with { MatrixRevision = revision } };
        await using var database = await stores.Databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var changes = new CaseChanges(database, file.Stored.MatrixId, at, cancellation);
        var decision = await changes.DecideAsync(file);
        await changes.RecommendAsync(await changes.FindAsync(file.Stored.EventId), file, decision, TimeSpan.FromHours(24));
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return decision;
    }

    public static Task SwitchAsync(this RunningStores stores, bool isOn) =>
        stores.RunAsOwnerAsync("insert into scorer.automatic_switch (is_on, switched_by) values ($1, 'a test')", isOn);

    public static Task OrderAsync(this RunningStores stores, string workflow, string? task, DateTimeOffset at, string source = "live") => stores.RunAsOwnerAsync(
        """
        insert into ingestor.operator_action (key, workflow, task, recorded_at, action, sites, reasons, parameters_given, source, received_at)
        values (gen_random_uuid(), $1, $2, $3, 'acdc', '{}', '{}', true, $4, $3)
        """, workflow, task, at, source);

    public static Task TakeAsync(this RunningStores stores, WorkflowAssistanceRequested task, string result, DateTimeOffset at, Guid? recommendation = null) => stores.RunAsOwnerAsync(
        """
        insert into ingestor.executor_report (key, recommendation_id, revision, workflow, task, taken_at, result, received_at)
        values (gen_random_uuid(), $5, 1, $1, $2, $3, $4, $3)
        """, task.Workflow, task.Task, at, result, recommendation ?? Guid.NewGuid());
}
