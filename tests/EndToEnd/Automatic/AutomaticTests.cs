using Npgsql;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Inside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Automatic;

/// <summary>From recorded actions to what an executor may do without an operator, and back, through all services.</summary>
public sealed class AutomaticTests(TestServers servers) : IAsyncLifetime
{
    /// <summary>One workflow an hour of each campaign; a hundredth goes to operators whatever is thought of it.</summary>
    private const string Policy =
        """
        {
          "version": "one-of-each-campaign",
          "automatic": { "allowed": true, "earned": { "answers": 20, "agreement": 0.8 }, "perHour": { "all": 100, "campaign": 1, "site": 100 } },
          "blindedShare": 0.01
        }
        """;

    private const int Answers = 32;

    private readonly string _policyFile = Path.Combine(Path.GetTempPath(), $"policy-{Guid.NewGuid():N}.json");
    private readonly Shift _shift = new();
    private Pipeline _pipeline = null!;
    private OutsideParty _outside = null!;
    private CommandLine _commandLine = null!;
    private Wr _wr = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(_policyFile, Policy, Cancellation);
        _pipeline = await Pipeline.StartAsync(
            servers, new() { Services = ServiceCatalogue.Names, Variables = new Dictionary<string, string?> { ["Retraining__TreesOnly"] = "true", ["Decisions__PolicyFile"] = _policyFile } }, Cancellation);
        _outside = await OutsideParty.ConnectAsync(_pipeline.Broker.For("workflow-system"));
        _commandLine = new(_pipeline);
        _wr = new(_pipeline);
    }

    public async ValueTask DisposeAsync()
    {
        _wr.Dispose();
        await _commandLine.DisposeAsync();
        await _outside.DisposeAsync();
        await _pipeline.DisposeAsync();
        File.Delete(_policyFile);
    }

    [Fact]
    public async Task What_operators_earned_is_automatic_until_the_hours_budget_is_used_up_or_somebody_switches_it_off()
    {
        await TrainAsync();
        await _wr.CallAsync("automatic", "on", "--why", "a test");
        var unearned = await SaidAsync("unearned");
        Assert.Equal(("review", true), (unearned.Disposition, IsHeldBackBy(unearned, "cell.record")));

        await EarnAsync();
        var first = await SaidAsync("first");
        Assert.Equal(("automatic", "acdc", null), (first.Disposition, first.Action, first.MemoryMb));
        Assert.Equal("recommendation.acdc.automatic", _outside.FirstOf(first.RecommendationId).RoutingKey);
        Assert.StartsWith("one-of-each-campaign+", first.PolicyVersion, StringComparison.Ordinal);

        var second = await SaidAsync("first");
        Assert.Equal(("review", "budget.campaign"), (second.Disposition, second.Reasons[^1].Feature));
        Assert.Equal("automatic", (await SaidAsync("other")).Disposition);

        Assert.Equal("guard.order", (await SaidWhileAnOrderWaitsAsync()).Reasons.Single(reason => reason.Feature == "guard.order").Feature);
        await NothingIsAutomaticOnceTheCommandHasEndedAsync();
        Assert.Equal(("review", true), await SwitchedOffAsync("off"));
        await _pipeline.RestartAsync("scorer", Cancellation);
        Assert.Equal(("review", true), await SwitchedOffAsync("still-off"));

        await _wr.CallAsync("automatic", "on");
        Assert.Equal("automatic", (await SaidAsync("on-again")).Disposition);
    }

    private async Task TrainAsync()
    {
        await _commandLine.ImportAsync(Shift.Past);
        await _commandLine.SendAsync(InsideKeys.TrainingRequested, new TrainingRequested(Guid.NewGuid(), "a test"));
        await _commandLine.UntilAsync("select exists (select from retrainer.active_model where target = 'plan')");
        foreach (var status in _shift.Statuses)
            await _outside.PublishAsync(RoutingKeys.SiteStatus, status);
        await UntilAskedAsync();
    }

    /// <summary>The scorer hears of new models, and the featurizer of statuses, while events go on.</summary>
    private async Task UntilAskedAsync()
    {
        for (var number = 1; number <= 200; number++)
        {
            var said = await SaidAsync(_shift.LongBefore());
            if (said.Models.Count > 0 && said.Disposition != "abstained")
                return;
        }

        Assert.Fail("Two hundred events were judged without models.");
    }

    /// <summary>Operators answer without having been told of a recommendation, each time what would have been recommended.</summary>
    private async Task EarnAsync()
    {
        var reports = _shift.Before(Answers);
        foreach (var report in reports)
            await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, report);
        await _outside.UntilAsync(received => Promise.AllAnswered(reports, received));
        foreach (var report in reports)
            await _outside.PublishAsync(RoutingKeys.ActionRecorded, new OperatorActionRecorded { Workflow = report.Workflow, Task = report.Task, RecordedAt = report.ReportedAt.AddHours(1), Action = "acdc" });
        await _commandLine.UntilAsync($"select count(*) = {Answers} from scorer.answered_case where agreed_plan");
    }

    /// <summary>Events come before, while and after the switch is moved; each would be automatic.</summary>
    private async Task NothingIsAutomaticOnceTheCommandHasEndedAsync()
    {
        var switching = _wr.CallAsync("automatic", "off", "--why", "a test");
        var said = new List<RecoveryRecommended>();
        while (!switching.IsCompleted && said.Count < 8)
            said.Add(await SaidAsync($"while-{said.Count}"));
        await switching;
        var ended = DateTimeOffset.UtcNow;
        for (var number = 0; number < 4; number++)
            said.Add(await SaidAsync($"after-{number}"));

        Assert.All(said.Where(one => one.RecommendedAt > ended), one => Assert.Equal(("review", true), (one.Disposition, IsHeldBackBy(one, "policy.switch"))));
        Assert.InRange(said.Count(one => one.RecommendedAt > ended), 4, 12);
    }

    /// <summary>An order as the console keeps it in its grace time, for a task that is reported only then.</summary>
    private async Task<RecoveryRecommended> SaidWhileAnOrderWaitsAsync()
    {
        await using var console = NpgsqlDataSource.Create(_pipeline.Database.Migrator);
        while (true)
        {
            var report = _shift.Next("waiting");
            await using var order = console.CreateCommand(
                """
                insert into console.order
                    (order_id, approval_id, group_id, event_id, workflow, task, seen_revision, scope, action, ordered, recorded, recorded_at, operator, state, due_at)
                values ($1, $1, $1, $2, $3, $4, 1, 'task', 'acdc', '{}', '', now(), 'ada', 'pending', now() + interval '1 day')
                """);
            foreach (var value in (object[])[Guid.NewGuid(), Events.IdOf(report), report.Workflow, report.Task])
                order.Parameters.Add(new NpgsqlParameter { Value = value });
            await order.ExecuteNonQueryAsync(Cancellation);
            if (await SaidAsync(report) is { Reason: not "blinded" } said)
                return said;
        }
    }

    private async Task<(string Disposition, bool IsSwitch)> SwitchedOffAsync(string campaign)
    {
        var said = await SaidAsync(campaign);
        return (said.Disposition, IsHeldBackBy(said, "policy.switch"));
    }

    private static bool IsHeldBackBy(RecoveryRecommended said, string feature) => said.Reasons.Any(reason => reason.Feature == feature);

    /// <summary>What is said of the next workflow of a campaign; those that operators decide without hearing from us are passed over.</summary>
    private async Task<RecoveryRecommended> SaidAsync(string campaign)
    {
        while (true)
        {
            if (await SaidAsync(_shift.Next(campaign)) is { Reason: not "blinded" } said)
                return said;
        }
    }

    private async Task<RecoveryRecommended> SaidAsync(WorkflowAssistanceRequested report)
    {
        await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, report);
        await _outside.UntilAsync(received => Promise.AllAnswered([report], received));

        // What was automatic and could not leave before the switch went off is told as the next revision only.
        return _outside.Recommendations.First(received => received.Said.RecommendationId == Events.IdOf(report)).Said;
    }
}
