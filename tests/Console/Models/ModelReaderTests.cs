using WorkflowRecovery.Console.Models;
using WorkflowRecovery.Console.Operations;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Models;

public sealed class ModelReaderTests(TestServers servers) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private ReadDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await ReadDatabase.NewAsync(servers);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Everything_that_the_page_shows_is_read()
    {
        var old = await _database.Past.SetAsync("retired", Now.AddDays(-9), Metrics.WithCurves);
        var active = await _database.Past.SetAsync("active", Now.AddDays(-5), Metrics.WithCurves, old);
        var shadow = await _database.Past.SetAsync("shadow", Now.AddDays(-1), Metrics.WithCurves);
        await _database.Past.AnswerAsync(Now.AddDays(-8), "acdc", "acdc", 0.95, run: active);
        await _database.Past.AnswerAsync(Now.AddHours(-1), "acdc", "clone", 0.95, shadow, active, run: active);
        await _database.Past.AnswerAsync(Now.AddHours(-2), null, "clone", null);
        await _database.Past.RunAsync(
            "insert into retrainer.drift (kind, found_at, since, run_id, is_on, subject, statistic, effect, samples, text) values ('code', $1, $1, $2, true, '85', 9, 0.4, 50, 'more of 85')", Now, active);
        await _database.Past.RunAsync("insert into scorer.switching (is_on, switched_by, why) values (true, 'anna', 'agreed')");
        await _database.Past.RunAsync("insert into scorer.policy_reading (read_at, version, content) values ($1, 'x', null)", Now);
        await _database.Past.RunAsync("insert into scorer.budget_use values ('all', '', $1, 3, 20)", Now);

        var view = await ModelsView.ReadAsync(new ModelReader(_database.Console), new AutomaticReader(_database.Console), Now, Cancellation);

        Assert.Equal([shadow, active, old], view.Sets.Select(set => set.RunId));
        Assert.Equal((2, 0.61, 1.2, true), (view.Sets[1].Version, view.Sets[1].LogLoss, view.Sets[1].ConstantLogLoss, view.Sets[1].IsKept));
        Assert.Equal(3, view.Moves.Count);
        Assert.Equal([(1L, 1.0), (1L, 0.0)], Agreement.Of(view.Weeks, only: null).Weeks.Where(week => week.Answers > 0).Select(week => (week.Answers, week.Agreed!.Value)));
        Assert.Equal(2, view.Promise.Answers);
        Assert.Equal("more of 85", Assert.Single(view.Drifts).Text);
        Assert.Equal((1, 1), (view.Compared!.Answered, view.Compared.Differing));
        Assert.Equal(("acdc", "clone", 1), Assert.Single(view.Compared.Pairs.Select(pair => (pair.ActiveSays, pair.ShadowSays, pair.ShadowRight))));
        Assert.True(view.Automatic.IsOn);
        Assert.Contains("The models abstain, since what is reported or ordered drifts.", view.Automatic.WhyNothing);
        Assert.Equal(3, Assert.Single(view.Automatic.Budgets).Used);
        Assert.Equal(2, Assert.Single(view.Automatic.Cells).Answers);
        Assert.Equal((active, 2, false, 2L, 0.5, 1.0, 1.0), Assert.Single(view.Coverage.Select(covered =>
            (covered.RunId, covered.Version!.Value, covered.Prompted, covered.Workflows, covered.Actions, covered.Plans, covered.Right!.Value))));
    }

    [Fact]
    public async Task A_set_is_read_with_its_models()
    {
        var run = await _database.Past.SetAsync("active", Now, Metrics.WithCurves);
        var reader = new ModelReader(_database.Console);

        Assert.Equal(run, (await reader.SetAsync(run, Cancellation))!.RunId);
        Assert.Null(await reader.SetAsync(Guid.NewGuid(), Cancellation));
        Assert.Equal(["action", "plan"], (await reader.ModelsAsync(run, Cancellation)).Select(model => model.Target));
        Assert.Equal("active", Assert.Single(await reader.MovesAsync(run, Cancellation)).ToState);
        Assert.Null(await reader.HandledAsync(Guid.NewGuid(), Cancellation));
    }

    [Fact]
    public async Task An_empty_installation_has_a_page_too()
    {
        var view = await ModelsView.ReadAsync(new ModelReader(_database.Console), new AutomaticReader(_database.Console), Now, Cancellation);

        Assert.Empty(view.Sets);
        Assert.False(view.Automatic.IsOn);
        Assert.Equal(
            ["Automatic recovery is switched off.", "The policy file cannot be obeyed: no scorer has told yet which policy it obeys.", "No kind of case has earned it yet."],
            view.Automatic.WhyNothing);
    }

    [Fact]
    public async Task What_services_say_of_themselves_is_read()
    {
        await _database.Past.FailureAsync("a", Now, (85, "T1_A", 1));
        await _database.Past.AnswerAsync(Now, "acdc", "acdc", 0.9);
        await _database.Past.SetAsync("active", Now, Metrics.WithCurves);
        await _database.Past.RunAsync(
            "insert into scorer.outgoing_message (message_id, origin, exchange, routing_key, type, body, created_at) values ($1, $1, 'e', 'k', 't', '', $2)", Guid.NewGuid(), Now);
        var reader = new OperationsReader(_database.Console);

        var standings = await reader.StandingsAsync(Cancellation);

        Assert.Equal(["ingestor", "featurizer", "scorer", "retrainer", "console"], standings.Select(standing => standing.Service));
        Assert.Equal((1L, Now), standings.Where(standing => standing.Service == "scorer").Select(standing => (standing.Waiting, standing.OldestWaitingAt!.Value)).Single());
        Assert.All(standings.SkipLast(1), standing => Assert.True(standing.SchemaNumber > 0));
        Assert.Equal(new NewestTimes(null, Now, Now), await reader.NewestAsync(Cancellation));
        Assert.Equal((900, "active"), Assert.Single((await reader.TrainingsAsync(Cancellation)).Select(training => (training.Examples!.Value, training.Outcome))));
    }
}
