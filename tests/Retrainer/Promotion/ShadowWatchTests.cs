using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Tests.Storage;
using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class ShadowWatchTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private static readonly DateTimeOffset Start = StoredSets.Start;
    private static readonly string[] Orders = ["acdc", "clone", "on-hold"];

    private Guid _active;
    private Guid _shadow;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_set_in_shadow_that_knows_better_what_operators_order_becomes_active()
    {
        await LiveAsync(120, (_, ordered) => ordered, sureness: 0.9);

        Assert.True((await Watch().LookAsync(Cancellation))!.Promote);
        Assert.Equal(("retired", "active"), (await stores.StateOfAsync(_active), await stores.StateOfAsync(_shadow)));
        Assert.Contains("evidence", (await stores.MovesAsync())[^1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_trained_on_shuffled_answers_and_slipped_in_never_does()
    {
        for (var batch = 0; batch < 10; batch++)
        {
            await LiveAsync(30, (random, _) => random.GetItems(Orders, 1)[0], sureness: 0.9, from: 30 * batch);
            await Watch().LookAsync(Cancellation);
            Assert.Equal("active", await stores.StateOfAsync(_active));
        }

        Assert.Equal("retired", await stores.StateOfAsync(_shadow));
        Assert.Contains("worse than the active models", Assert.Single(await stores.MovesAsync()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_looked_at_twice()
    {
        var watch = Watch();
        await LiveAsync(3, (_, ordered) => ordered, sureness: 0.9);

        Assert.Contains("after 3 answered", (await watch.LookAsync(Cancellation))!.Why, StringComparison.Ordinal);
        Assert.Null(await watch.LookAsync(Cancellation));
        await LiveAsync(1, (_, ordered) => ordered, sureness: 0.9, from: 3);
        Assert.Contains("after 4 answered", (await watch.LookAsync(Cancellation))!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_counts_once_it_came_in_after_the_judgement_with_the_newest_matrix_by_then()
    {
        var early = await CaseAsync("early", Start);
        await stores.AnswerAsync(early, Start.AddHours(1));
        await JudgeAsync(early, 1, Start.AddHours(2), "acdc");

        await JudgeAsync(await CaseAsync("open", Start), 1, Start, "clone");

        var seen = await CaseAsync("seen", Start.AddHours(1));
        await JudgeAsync(seen, 1, Start.AddHours(1), "clone");
        await JudgeAsync(seen, 2, Start.AddHours(2), "acdc");
        await stores.AnswerAsync(seen, Start.AddHours(3));
        await JudgeAsync(seen, 3, Start.AddHours(5), "clone");

        var found = Assert.Single(await new LiveCaseQuery(stores.Databases).LoadAsync(_shadow, _active, Cancellation));
        Assert.Equal(("seen", "acdc", Start.AddHours(3)), (found.Workflow, found.Action, found.AnsweredAt));
        Assert.True(found.Advantage > 0);
    }

    [Fact]
    public async Task What_was_judged_beside_another_active_set_does_not_count()
    {
        await LiveAsync(120, (_, ordered) => ordered, sureness: 0.9);
        var other = await stores.EnterAsync("refused", 9);
        await stores.RunAsOwnerAsync("update scorer.shadow_judgement set active_run_id = $1", other);

        Assert.Null((await Watch().LookAsync(Cancellation))!.Promote);
    }

    public async ValueTask InitializeAsync()
    {
        await stores.ClearAsync();
        (_active, _shadow) = (await stores.EnterAsync("active"), await stores.EnterAsync("shadow", 1));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private ShadowWatch Watch() => new(
        stores.Databases, new LiveCaseQuery(stores.Databases), stores.Registry(), Options.Create(new RetrainingOptions()), TimeProvider.System, NullLogger<ShadowWatch>.Instance);

    /// <summary>Workflows that were judged by both, the active set knowing no more than base rates, and then answered.</summary>
    private async Task LiveAsync(int workflows, Func<Random, string, string> shadowSays, double sureness, int from = 0)
    {
        var random = new Random(from + 1);
        for (var at = from; at < from + workflows; at++)
        {
            var (workflow, reportedAt, ordered) = ($"w{at}", Start.AddMinutes(at), random.GetItems(Orders, 1)[0]);
            var eventId = await CaseAsync(workflow, reportedAt);
            await JudgeAsync(eventId, 1, reportedAt, shadowSays(random, ordered), sureness);
            await stores.AnswerAsync(eventId, reportedAt.AddSeconds(30), ordered);
        }
    }

    private async Task<Guid> CaseAsync(string workflow, DateTimeOffset reportedAt)
    {
        var eventId = Guid.NewGuid();
        await stores.RunAsOwnerAsync("insert into scorer.recovery_case values ($1, $2, $3, $4, 1, 1, 'review', $4, null)", eventId, workflow, $"/{workflow}/t", reportedAt);
        for (var revision = 1; revision <= 3; revision++)
        {
            await stores.RunAsOwnerAsync(
                "insert into scorer.recommendation values ($1, $2, gen_random_uuid(), $3, $4, $5, $5, 'acdc', 'review', 0.4, null, '', $6::jsonb)",
                eventId, revision, workflow, $"/{workflow}/t", reportedAt, Plans("acdc", 1.0 / 3));
        }

        return eventId;
    }

    private Task JudgeAsync(Guid eventId, int revision, DateTimeOffset judgedAt, string says, double sureness = 0.9) => stores.RunAsOwnerAsync(
        "insert into scorer.shadow_judgement values ($1, $2, $3, $3, $4, $5::jsonb, $6)", eventId, _shadow, revision, _active, Plans(says, sureness), judgedAt);

    private static string Plans(string likeliest, double probability) => JsonSerializer.Serialize(Orders.Select(order => new
    {
        action = order,
        memory = "none",
        splitting = "none",
        probability = order == likeliest ? probability : (1 - probability) / (Orders.Length - 1),
    }));
}
