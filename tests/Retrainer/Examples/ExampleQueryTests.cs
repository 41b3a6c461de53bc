using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Retrainer.Examples;
using WorkflowRecovery.Retrainer.Tests.Storage;

namespace WorkflowRecovery.Retrainer.Tests.Examples;

public sealed class ExampleQueryTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private const string Path = "/w/Production";
    private static readonly DateTimeOffset Nine = new(2019, 3, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_action_answers_the_newest_round_that_was_reported_by_then()
    {
        foreach (var hour in (int[])[0, 2, 4])
            await stores.ObserveAsync(await stores.ReportAsync(Path, Nine.AddHours(hour)), 1, With(hour + 1));
        await stores.ActAsync("w", Path, Nine.AddHours(3));

        Assert.Equal(Nine.AddHours(2), Assert.Single(await LoadAsync()).Report.ReportedAt);
    }

    [Fact]
    public async Task Its_matrix_is_the_last_revision_that_was_observed_by_then()
    {
        var eventId = await stores.ReportAsync(Path, Nine);
        await stores.ObserveAsync(eventId, 1, With(1));
        await stores.ObserveAsync(eventId, 2, With(2), Nine.AddHours(1));
        await stores.ObserveAsync(eventId, 3, With(3), Nine.AddHours(1));
        await stores.ObserveAsync(eventId, 4, With(4), Nine.AddHours(3));
        await stores.ActAsync("w", Path, Nine.AddHours(2));

        AssertSees(With(3), Assert.Single(await LoadAsync()));
    }

    [Fact]
    public async Task A_round_that_was_reported_but_not_yet_observed_is_neither_answered_nor_passed_over_for_an_older_one()
    {
        await stores.ObserveAsync(await stores.ReportAsync(Path, Nine), 1, With(1), Nine);
        await stores.ObserveAsync(await stores.ReportAsync(Path, Nine.AddHours(2)), 1, With(2), Nine.AddHours(4));
        await stores.ActAsync("w", Path, Nine.AddHours(3));

        Assert.Empty(await LoadAsync());
    }

    [Fact]
    public async Task An_action_before_the_first_report_answers_nothing()
    {
        await stores.ObserveAsync(await stores.ReportAsync(Path, Nine), 1, With(1));
        await stores.ActAsync("w", Path, Nine.AddSeconds(-1));

        Assert.Empty(await LoadAsync());
    }

    [Fact]
    public async Task An_order_on_the_workflow_answers_all_its_tasks_and_weighs_as_one_and_a_task_without_order_is_not_labelled()
    {
        foreach (var task in (string[])["/w/a", "/w/b", "/w/a/c", "/v/a", "/v/b"])
            await stores.ObserveAsync(await stores.ReportAsync(task, Nine), 1, With(1));
        await stores.ActAsync("w", null, Nine.AddHours(1), "clone");
        await stores.ActAsync("v", "/v/a", Nine.AddHours(1));

        var examples = await LoadAsync();

        Assert.Equal(["/v/a", "/w/a", "/w/a/c", "/w/b"], examples.Select(example => example.Report.Task));
        Assert.Equal(2, examples.Sum(example => example.Weight), 9);
        Assert.All(examples.Skip(1), example => Assert.Equal(RecoveryActionKind.Clone, example.Action.Kind));
    }

    [Fact]
    public async Task What_we_or_rules_ordered_never_teaches()
    {
        await stores.ObserveAsync(await stores.ReportAsync(Path, Nine), 1, With(1));
        await stores.ActAsync("w", Path, Nine.AddHours(1), "clone");
        await stores.ActAsync("w", Path, Nine.AddHours(2), "acdc", reasons: ["seen it before", "AIEH rule 7"]);

        Assert.Equal(RecoveryActionKind.Clone, Assert.Single(await LoadAsync()).Action.Kind);
    }

    [Theory]
    [InlineData(true, 0.5)]
    [InlineData(false, 1.0)]
    public async Task Only_an_order_that_was_settled_as_accepting_what_was_recommended_weighs_less(bool accepted, double weight)
    {
        var eventId = await AnsweredAsync(accepted, Nine.AddHours(1));
        await stores.ActAsync("w", Path, Nine.AddHours(1), memoryMb: 16_000, recommendationId: eventId);

        var example = Assert.Single(await LoadAsync());

        Assert.Equal(16_000, example.Action.MemoryMb);
        Assert.Equal(weight, example.Weight);
    }

    [Fact]
    public async Task An_order_after_the_one_that_accepted_what_was_recommended_is_a_free_choice()
    {
        var eventId = await AnsweredAsync(accepted: true, Nine.AddHours(1));
        await stores.ActAsync("w", Path, Nine.AddHours(1), memoryMb: 16_000, recommendationId: eventId);
        await stores.ActAsync("w", Path, Nine.AddHours(2), "clone");

        Assert.Equal((RecoveryActionKind.Clone, 1), (Assert.Single(await LoadAsync()).Action.Kind, Assert.Single(await LoadAsync()).Weight));
    }

    [Fact]
    public async Task Imported_tasks_are_answered_by_their_imported_labels()
    {
        await stores.ObserveAsync(await stores.ReportAsync(Path, Nine, "import"), 1, With(1));
        await stores.ActAsync("w", Path, Nine, source: "import", parametersGiven: false);

        var example = Assert.Single(await LoadAsync());

        Assert.False(example.ParametersGiven);
        Assert.Equal(1, example.Weight);
        AssertSees(With(1), example);
    }

    [Fact]
    public async Task What_was_known_of_a_task_beside_its_matrix_is_known_again_as_of_the_matrix()
    {
        var eventId = await stores.ReportAsync(Path, Nine);
        await stores.ObserveAsync(eventId, 1, With(1));
        await stores.ObserveAsync(eventId, 2, With(2), Nine.AddHours(2));
        await TellAsync(eventId, 1, "Run2018", 8000, 4, 10_000_000_000);
        await TellAsync(eventId, 2, "Run2019", 16_000, 8, 1);
        await stores.ActAsync("w", Path, Nine.AddHours(1), memoryMb: 20_000);

        var task = Assert.Single(await LoadAsync());

        Assert.Equal(("Run2018", 8000, 4, 10_000_000_000), (task.Report.Campaign, task.Report.MemoryMb, task.Report.Cores, task.Report.TotalJobs));
        Assert.Equal((20_000, null), (task.Action.MemoryMb, task.Action.Cores));
    }

    public async ValueTask InitializeAsync() => await stores.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static SiteErrorMatrix With(long count) => SiteErrorMatrix.Of([new(85, "T2_US_MIT", Readiness.Green, count)]);

    private static void AssertSees(SiteErrorMatrix matrix, RecordedTask task) => Assert.Equal(matrix, task.Report.Matrix);

    /// <summary>What a revision told of the task; the event keeps what the newest one told.</summary>
    private async Task TellAsync(Guid eventId, int revision, string campaign, int memoryMb, int cores, long jobs)
    {
        await stores.RunAsOwnerAsync(
            "update featurizer.matrix set campaign = $3, memory_mb = $4, cores = $5, total_jobs = $6 where event_id = $1 and revision = $2",
            eventId, revision, campaign, memoryMb, cores, jobs);
        await stores.RunAsOwnerAsync(
            "update featurizer.event set campaign = $2, memory_mb = $3, cores = $4, total_jobs = $5 where event_id = $1", eventId, campaign, memoryMb, cores, jobs);
    }

    /// <summary>A task whose newest revision is an order that was made in the console, with what the scorer made of it as an answer.</summary>
    private async Task<Guid> AnsweredAsync(bool accepted, DateTimeOffset recordedAt)
    {
        var eventId = await stores.ReportAsync(Path, Nine);
        await stores.ObserveAsync(eventId, 1, With(1));
        await stores.RecommendAsync(eventId, Path, Nine, """{"action":"acdc","memoryMb":16000,"splitting":null}""");
        await stores.RunAsOwnerAsync(
            """
            insert into scorer.answer
                (event_id, action_key, revision, recorded_at, action, memory, splitting, xrootd, secondary, cores, blinded, accepted, disposition)
            values ($1, gen_random_uuid(), 1, $2, 'acdc', '10-20', 'none', false, false, false, false, $3, 'approved')
            """, eventId, recordedAt, accepted);
        return eventId;
    }

    private Task<IReadOnlyList<RecordedTask>> LoadAsync() => new ExampleQuery(stores.Databases).LoadAsync(TestContext.Current.CancellationToken);
}
