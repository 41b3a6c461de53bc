using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Featurizer.Extraction;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.Wire;
using static WorkflowRecovery.Featurizer.Tests.Storage.Reports;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

public sealed class DeliveryTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private readonly AssistanceAccepted _reported = NewEvent(Error(85, "T2_US_MIT", 3, "green"), Error(-1, "T1_ES_PIC_Disk", 0));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stored_matrix_is_what_was_reported_and_what_is_told()
    {
        await stores.Matrices.StoreAsync(_reported, Cancellation);

        var stored = Assert.Single(await stores.MatricesOfAsync(_reported.EventId));
        var told = WireJson.Read<MatrixStored>(Assert.Single(await stores.TakeMessagesAsync()).Body.Span);
        var matrix = MatrixEncoding.Decode(stored.Cells);
        Assert.Equal(MatrixExtraction.MatrixOf(_reported.Event.Errors), matrix);
        Assert.Equal(matrix, MatrixExtraction.MatrixOf(told.Event.Errors));
        Assert.Equal(3, stored.TotalErrors);
        Assert.Equal((stored.MatrixId, 1, "reported"), (told.MatrixId, told.MatrixRevision, told.Cause));
    }

    [Fact]
    public async Task An_event_delivered_many_times_at_once_has_one_matrix_and_is_told_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stores.Matrices.StoreAsync(_reported, Cancellation)));

        Assert.Single(await stores.MatricesOfAsync(_reported.EventId));
        Assert.Single(await stores.TakeMessagesAsync());
    }

    [Fact]
    public async Task What_a_crash_left_unpublished_a_redelivery_publishes_as_it_was_stored()
    {
        await using var unreachable = RunningStores.PublisherAt(new Uri($"amqp://nobody:none@127.0.0.1:{FreePort.Next()}/none"));
        await Assert.ThrowsAnyAsync<Exception>(() => stores.MatricesWith(unreachable).StoreAsync(_reported, Cancellation));
        Assert.Empty(await stores.TakeMessagesAsync());
        await stores.Statuses.StoreAsync(Status("T1_ES_PIC_Disk", -1, "none", status: "drain"), Cancellation);

        await stores.Matrices.StoreAsync(_reported, Cancellation);

        var told = WireJson.Read<MatrixStored>(Assert.Single(await stores.TakeMessagesAsync()).Body.Span);
        Assert.Empty(told.UnavailableSites);
    }

    [Fact]
    public async Task After_a_crash_between_publish_and_mark_the_same_bytes_come_again_under_the_same_id()
    {
        await stores.Matrices.StoreAsync(_reported, Cancellation);
        await stores.RunAsOwnerAsync("update featurizer.outgoing_message set published_at = null where message_id = $1", (await stores.MatricesOfAsync(_reported.EventId)).Single().MatrixId);
        await stores.Matrices.StoreAsync(_reported, Cancellation);

        var messages = await stores.TakeMessagesAsync();

        Assert.Equal(2, messages.Count);
        Assert.Equal(messages[0].Body.ToArray(), messages[1].Body.ToArray());
        Assert.Equal(messages[0].BasicProperties.MessageId, messages[1].BasicProperties.MessageId);
    }

    [Fact]
    public async Task Newer_counts_make_the_next_matrix_and_older_ones_that_come_late_do_not()
    {
        var workflow = _reported.Event.Workflow;
        await stores.Matrices.StoreAsync(_reported, Cancellation);
        await stores.Matrices.StoreAsync(Event(workflow, ReportedAt.AddHours(2), Error(85, "T2_US_MIT", 9, "green")), Cancellation);
        await stores.Matrices.StoreAsync(Event(workflow, ReportedAt.AddHours(1), Error(85, "T2_US_MIT", 5, "green")), Cancellation);

        var matrices = await stores.MatricesOfAsync(_reported.EventId);

        Assert.Equal([("reported", 3L), ("newer counts", 9L)], matrices.Select(matrix => (matrix.Cause, matrix.TotalErrors)));
        Assert.Equal(2, (await stores.TakeMessagesAsync()).Count);
    }

    [Fact]
    public async Task Each_matrix_keeps_what_was_told_of_the_task_when_it_was_made()
    {
        var site = NewSite();
        var (workflow, failed) = (_reported.Event.Workflow, Error(85, site, 9));
        await stores.Matrices.StoreAsync(Told(Event(workflow, null, Error(85, site, 3)), memoryMb: null), Cancellation);
        await stores.Matrices.StoreAsync(Told(Event(workflow, ReportedAt.AddHours(1), failed), memoryMb: 16_000), Cancellation);
        await stores.Statuses.StoreAsync(Status(site, -1, "green"), Cancellation);

        Assert.Equal(
            [("reported", "Run2018", 100L, 8, null), ("newer counts", "Run2018", 100L, 8, 16_000), ("late site status", "Run2018", 100L, 8, (int?)16_000)],
            (await stores.MatricesOfAsync(_reported.EventId)).Select(m => (m.Cause, m.Campaign!, m.TotalJobs!.Value, m.Cores!.Value, m.MemoryMb)));
    }

    public async ValueTask InitializeAsync() => await stores.TakeMessagesAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static AssistanceAccepted Told(AssistanceAccepted accepted, int? memoryMb) =>
        accepted with { Event = accepted.Event with { Campaign = "Run2018", TotalJobs = 100, Cores = 8, MemoryMb = memoryMb } };
}
