using CsCheck;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Featurizer.Extraction;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

/// <summary>What is stored around a task that arrives is what learning finds around it in the past.</summary>
public sealed class AroundTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private static readonly string?[] Campaigns = [null, "A", "B"];

    private static readonly Gen<ErrorRow> Error =
        from code in OneOf.These(-1, 85, 92, 50660)
        from site in OneOf.These("T2_US_MIT", "T2_DE_DESY")
        from count in Gen.Long[1, 9]
        from readiness in OneOf.These("green", "red")
        select Reports.Error(code, site, count, readiness);

    /// <summary>Tasks by time of different workflows that share families, codes, sites and campaigns.</summary>
    private static readonly Gen<WorkflowAssistanceRequested[]> Pasts = (
        from workflow in Gen.Int[0, 4]
        from task in Gen.Int[0, 3]
        from seconds in Gen.Frequency((1, Gen.Int[0, 700_000]), (2, Gen.Int[0, 200]))
        from campaign in OneOf.These(Campaigns)
        from errors in Error.Array[0, 4]
        select Report(workflow, task, seconds, campaign, errors)).Array[1, 12]
        .Select(tasks => tasks.DistinctBy(task => task.ReportedAt).OrderBy(task => task.ReportedAt).ToArray());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_tasks_that_arrive_in_the_order_of_time() => await Pasts.SampleAsync(async past =>
    {
        await ForgetAsync();
        foreach (var task in past)
            await stores.Matrices.StoreAsync(Accepted(task), CancellationToken.None);

        Assert.Equal(Expected(past), await StoredAsync(past));
    }, iter: 20, threads: 1);

    [Fact]
    public async Task Of_tasks_that_arrive_after_a_past_was_imported() => await Pasts.SampleAsync(async past =>
    {
        await ForgetAsync();
        var imported = past.Take(past.Length - 1).ToArray();
        await stores.History.StoreAsync(ImportTests.Batch(Guid.NewGuid(), imported.Select(Accepted)), CancellationToken.None);
        await stores.Matrices.StoreAsync(Accepted(past[^1]), CancellationToken.None);

        Assert.Equal(Expected(past)[^1..], await StoredAsync(past[^1..]));
    }, iter: 20, threads: 1);

    [Fact]
    public async Task A_sibling_sees_those_that_arrived_before_it_and_not_those_that_came_later_also_when_its_counts_change()
    {
        var (second, first) = (Report(0, 0, 0, null, [Reports.Error(85, "T2_US_MIT", 3)]), Report(0, 1, 0, null, [Reports.Error(85, "T2_US_MIT", 5)]));
        foreach (var task in (WorkflowAssistanceRequested[])[first, second, first with { ObservedAt = first.ReportedAt.AddHours(1) }])
            await stores.Matrices.StoreAsync(Accepted(task), Cancellation);

        var told = (await stores.TakeMessagesAsync()).Select(message => WireJson.Read<MatrixStored>(message.Body.Span).Around!).ToList();

        Assert.Equal([(0, 0L), (1, 5L), (0, 0L)], told.Select(around => (around.Siblings.Count, around.Siblings.Errors)));
    }

    [Fact]
    public async Task Newer_counts_look_around_anew()
    {
        var reported = Report(0, 0, 600, null, [Reports.Error(85, "T2_US_MIT", 3)]);
        await stores.Matrices.StoreAsync(Accepted(Report(1, 0, 0, null, [Reports.Error(92, "T2_US_MIT", 3)])), Cancellation);
        await stores.Matrices.StoreAsync(Accepted(reported), Cancellation);
        await stores.Matrices.StoreAsync(
            Accepted(reported with { ObservedAt = reported.ReportedAt.AddHours(1), Errors = [Reports.Error(92, "T2_US_MIT", 9)] }), Cancellation);

        var told = (await stores.TakeMessagesAsync()).Select(message => WireJson.Read<MatrixStored>(message.Body.Span).Around!).ToList();

        Assert.Equal([0, 0, 1], told.Select(around => around.Day.SameCodeAndSite));
    }

    public async ValueTask InitializeAsync()
    {
        await ForgetAsync();
        await stores.TakeMessagesAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task ForgetAsync() => stores.RunAsOwnerAsync("truncate featurizer.event, featurizer.matrix, featurizer.seen_task, featurizer.outgoing_message");

    private static WorkflowAssistanceRequested Report(int workflow, int task, int seconds, string? campaign, ErrorRow[] errors)
    {
        var name = $"pdmvserv_task_HIG-RunIIFall17DR-0000{workflow / 2}__v1_T_180601_00000{workflow}_1";
        return new() { Workflow = name, Task = $"/{name}/t{task}", ReportedAt = Reports.ReportedAt.AddSeconds(seconds), Campaign = campaign, Errors = errors };
    }

    private static AssistanceAccepted Accepted(WorkflowAssistanceRequested task) =>
        new(EventIdentity.Of(task.Workflow, task.Task, task.ReportedAt), task.ReportedAt, task);

    private static string[] Expected(WorkflowAssistanceRequested[] past) => [.. Surroundings
        .Of([.. past.Select(task => new ReportedTask
        {
            Task = task.Task, Workflow = task.Workflow, ReportedAt = task.ReportedAt, Campaign = task.Campaign, Matrix = MatrixExtraction.MatrixOf(task.Errors),
        })])
        .Select(Text)];

    private async Task<string[]> StoredAsync(WorkflowAssistanceRequested[] past)
    {
        var stored = new List<string>();
        foreach (var task in past)
            stored.Add(Text(WireJson.Read<ReportedAround>(System.Text.Encoding.UTF8.GetBytes((await stores.MatricesOfAsync(Accepted(task).EventId)).Single().Around!))));
        return [.. stored];
    }

    private static string Text<T>(T around) => System.Text.Encoding.UTF8.GetString(WireJson.Write(around));
}
