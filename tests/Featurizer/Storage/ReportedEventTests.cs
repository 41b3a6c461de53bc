using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using static WorkflowRecovery.Featurizer.Tests.Storage.Reports;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

/// <summary>What the console reads of events.</summary>
public sealed class ReportedEventTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_shown_as_it_was_reported_last_with_its_newest_matrix()
    {
        var first = Event($"pdmvserv_{Guid.NewGuid():N}", ReportedAt, Error(85, "T2_US_MIT", 3, "green"));
        var second = Event(first.Event.Workflow, ReportedAt.AddHours(1), Error(85, "T2_US_MIT", 9, "green"));
        await stores.Matrices.StoreAsync(first with { Event = With(first.Event, failed: 3) }, Cancellation);
        await stores.Matrices.StoreAsync(second with { Event = With(second.Event, failed: 9) }, Cancellation);

        var (facts, matrix) = await ReadAsync(first.EventId);

        Assert.Equal("Production 85000 assistance-manual 9 2", facts);
        Assert.Equal(9, matrix.TotalErrors);
    }

    [Fact]
    public async Task So_is_an_imported_one_also_with_text_that_the_database_cannot_hold()
    {
        var reported = With(Event($"pdmvserv_{Guid.NewGuid():N}", null, Error(85, "T2_US_MIT", 3, "green")).Event, failed: 3) with { Status = "assistance\0-manual" };
        var action = new OperatorActionRecorded { Workflow = reported.Workflow, RecordedAt = ReportedAt, Action = "acdc" };
        await stores.History.StoreAsync(
            new(Guid.NewGuid(), 1, 1, [new() { Event = reported, Action = action, ParametersGiven = true, TimeSource = "extras" }]), Cancellation);

        var (facts, matrix) = await ReadAsync(Domain.Workflows.EventIdentity.Of(reported.Workflow, reported.Task, reported.ReportedAt));

        Assert.Equal("Production 85000 assistance-manual 3 1", facts);
        Assert.Equal(3, matrix.TotalErrors);
    }

    private static WorkflowAssistanceRequested With(WorkflowAssistanceRequested reported, long failed) =>
        reported with { TaskType = "Production", Priority = 85_000, Status = "assistance-manual", FailedJobs = failed };

    private async Task<(string Facts, SiteErrorMatrix Matrix)> ReadAsync(Guid eventId)
    {
        await using var command = stores.Console.CreateCommand(
            "select concat_ws(' ', task_type, priority, status, failed_jobs, matrix_revision), cells from featurizer.reported_event where event_id = $1");
        command.Parameters.Add(new() { Value = eventId });
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        Assert.True(await row.ReadAsync(Cancellation));
        return (row.GetString(0), MatrixEncoding.Decode(row.GetFieldValue<byte[]>(1)));
    }
}
