using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.EndToEnd.Tests.Inside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>The life of models over a year, as those outside and those who run this see it.</summary>
public sealed class YearTests(TestServers servers) : IAsyncLifetime
{
    private readonly SimulatedYears _years = new();
    private Pipeline _pipeline = null!;
    private OutsideParty _outside = null!;
    private CommandLine _commandLine = null!;
    private MovesHeard _moves = null!;
    private Operations _operations = null!;
    private LivedYear _year = null!;

    /// <summary>Small trainings, on command or when something drifts, and eyes that look every second.</summary>
    private static PipelineOptions Options { get; } = new()
    {
        Variables = new Dictionary<string, string?>
        {
            ["Retraining__TreesOnly"] = "true",
            ["Retraining__AfterActions"] = "1000000",
            ["Retraining__SettleSeconds"] = "1",
            ["Retraining__PollSeconds"] = "1",
            ["Retraining__TrialSeconds"] = "1",
            ["Drift__LookSeconds"] = "1",
        },
    };

    public async ValueTask InitializeAsync()
    {
        _pipeline = await Pipeline.StartAsync(servers, Options, TestContext.Current.CancellationToken);
        _outside = await OutsideParty.ConnectAsync(_pipeline.Broker.For("workflow-system"));
        _moves = await MovesHeard.ListenAsync(_pipeline.Broker.For("wr-cli"));
        _commandLine = new CommandLine(_pipeline);
        (_operations, _year) = (new Operations(_commandLine), new LivedYear(_outside, _commandLine));
    }

    public async ValueTask DisposeAsync()
    {
        await _commandLine.DisposeAsync();
        await _moves.DisposeAsync();
        await _outside.DisposeAsync();
        await _pipeline.DisposeAsync();
    }

    [Fact]
    public async Task A_year_with_drift_a_promotion_an_impostor_and_a_rollback_loses_nothing_and_keeps_what_is_promised()
    {
        await _commandLine.ImportAsync(_years.History);
        var first = await _operations.TrainAsync();
        Assert.Equal("active", (await _operations.StandingOfAsync(first)).State);
        var firstPromise = await _operations.PromiseOfActiveAsync();
        await LiveAsync(1, 2);

        await DriftIsFoundAndTrainedForAsync();
        var (better, before) = await ThoseThatLearnedOfItArePromotedAsync(first);
        var betterPromise = await _operations.PromiseOfActiveAsync();
        await ImpostorIsRefusedAsync(better);
        await RollbackLeadsToAndFroAsync(before, better);

        var cases = await AnsweredCase.AllAsync(_commandLine);
        var steady = cases.Where(answered => answered.Run == first && answered.ReportedAt < SimulatedYears.ShiftedAt).ToList();
        var promoted = cases.Where(answered => answered.Run == better).ToList();
        Tell(KeptPromises.AgreementIsKept("first models, until something drifted", steady));
        foreach (var later in cases.GroupBy(answered => answered.Run).Where(later => later.Key != first && (later.Key == better || KeptPromises.IsEnough(later))))
            Tell(KeptPromises.AgreementIsKept($"models of {later.Key}", later));
        Tell(KeptPromises.CoverageIsKept("first models, until something drifted", firstPromise, steady));
        Tell(KeptPromises.CoverageIsKept("promoted models", betterPromise, promoted));
        Assert.InRange(_year.Accepted, 100, _year.Answered);
        Assert.InRange(cases.Count(answered => answered.Accepted), _year.Accepted, _year.Answered);
        await EveryMoveIsToldAsync();
        NothingIsLostOrDoubled();
    }

    private async Task LiveAsync(params int[] months)
    {
        foreach (var month in months)
            await _year.LiveAsync(_years.Month(month));
    }

    /// <summary>Later months cannot tell how the set does that was trained for it, so it is tried on live tasks.</summary>
    private async Task DriftIsFoundAndTrainedForAsync()
    {
        foreach (var week in _years.Month(3).GroupBy(task => task.Workflow).Chunk(40))
            await _year.LiveAsync([.. week.SelectMany(workflow => workflow)]);
        var (since, run) = await _operations.UntilTrainedForDriftAsync(SimulatedYears.ShiftedAt);
        var workflows = _years.Month(3).Where(task => task.ReportedAt <= since).Select(task => task.Workflow).Distinct().Count();
        Tell($"drift found after {workflows} workflows");
        Assert.InRange(workflows, 1, 200);
        var entered = (await _operations.MovesAsync()).Single(move => move.RunId == run && move.From == "candidate");
        Assert.True(entered.To == "shadow", entered.Why);
        Assert.Contains("live tasks decide", entered.Why, StringComparison.Ordinal);
    }

    /// <summary>
    /// What was trained for the drift has seen little of it, so after each month models are trained anew, as a schedule would, until
    /// those that are active have learned what is usual now. Returns them, and those that were active before.
    /// </summary>
    private async Task<(Guid Active, Guid Before)> ThoseThatLearnedOfItArePromotedAsync(Guid first)
    {
        for (var (month, known) = (4, false); month <= 9; month++)
        {
            var active = await _operations.ActiveAsync();
            await LiveAsync(month);
            known |= active != first && active == await _operations.ActiveAsync() && !await _operations.IsDriftOnAsync();
            if (!known && !await _operations.IsAnyOnTrialAsync())
                await _operations.TrainAsync();
        }

        var better = await _operations.SettleAsync();
        Tell(await _operations.StoryAsync());
        Assert.NotEqual(first, better);
        Assert.False(await _operations.IsDriftOnAsync());
        Assert.StartsWith("better than the active models on live tasks after ", (await _operations.StandingOfAsync(better)).Why, StringComparison.Ordinal);
        var before = await _operations.BeforeActiveAsync();
        Assert.Equal("retired", (await _operations.StandingOfAsync(before)).State);
        return (better, before);
    }

    private async Task ImpostorIsRefusedAsync(Guid active)
    {
        var impostor = await Impostor.SlipInAsync(_pipeline, _years.UpTo(9));
        await LiveAsync(10, 11);
        await _operations.UntilAsync(impostor, "retired");
        var why = (await _operations.StandingOfAsync(impostor)).Why;
        Tell(why);
        Assert.StartsWith("worse than the active models on live tasks after ", why, StringComparison.Ordinal);
        Assert.Equal(active, await _operations.ActiveAsync());
    }

    private async Task RollbackLeadsToAndFroAsync(Guid before, Guid better)
    {
        var month = _years.Month(12);
        var half = month.TakeWhile(task => task.ReportedAt < month[month.Count / 2].ReportedAt).ToList();
        Assert.Equal((true, $"{before} is active again, {better} is retired."), await _operations.MoveAsync(ModelMoves.Rollback, run: null, "it clones too much"));
        await IsRecommendedByActiveAsync("rolled-back");
        await _year.LiveAsync(half);

        Assert.Equal((true, $"{better} is active."), await _operations.MoveAsync(ModelMoves.Promote, better, "it was right"));
        await IsRecommendedByActiveAsync("promoted-again");
        await _year.LiveAsync([.. month.Skip(half.Count)]);
        Assert.Equal(better, await _operations.ActiveAsync());
    }

    /// <summary>The scorer hears of the move while events go on; within a hundred of them one is judged by the active models.</summary>
    private async Task IsRecommendedByActiveAsync(string name)
    {
        var version = await _operations.VersionOfActiveAsync();
        for (var number = 1; number <= 100; number++)
        {
            var said = await _year.AskAsync($"{name}-{number}");
            if (said.Models.Any(model => model.Target == "action" && model.Version == version))
                return;
        }

        Assert.Fail($"a hundred events were judged by other models than version {version}");
    }

    private async Task EveryMoveIsToldAsync()
    {
        var moves = await _operations.MovesAsync();
        Assert.Equal(moves, await _moves.UpToAsync(moves.Count));
        var activated = moves.Where(move => move.To == "active").Select(move => move.By).ToList();
        Assert.Equal(["ops", "ops"], activated[^2..]);
        Assert.True(activated.Count >= 4 && activated[..^2].TrueForAll(by => by == "retrainer"), string.Join(", ", activated));
    }

    private void NothingIsLostOrDoubled()
    {
        Promise.NothingLostNothingTwice(_year.Published, _outside.Recommendations);
        var heard = _outside.Recommendations.GroupBy(message => message.Said.RecommendationId).ToDictionary(
            revisions => revisions.Key, revisions => revisions.Select(message => message.Said.Revision).Distinct().Order().ToList());
        Assert.All(_year.Revisions, expected => Assert.Equal(Enumerable.Range(1, expected.Value), heard[expected.Key]));
        Tell($"{_year.Published.Count} events, {_year.Revisions.Values.Sum()} recommendations, {_outside.Recommendations.Count} messages, {_year.Answered} tasks answered, {_year.Accepted} orders accepted what was recommended");
    }

    private static void Tell(string what) => TestContext.Current.TestOutputHelper?.WriteLine(what);
}
