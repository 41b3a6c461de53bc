using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Tests.Decisions;
using static WorkflowRecovery.Scorer.Tests.Storage.Deciding;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>One code at one site in ten workflows within three hours is no longer a matter of one workflow.</summary>
public sealed class ConeTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private static readonly DateTimeOffset Begin = Rounds.First;

    private readonly string _site = $"T2_XX_{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync() => await stores.SwitchAsync(isOn: true);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Nine_workflows_pass_and_the_tenth_is_reviewed_with_the_reason()
    {
        for (var number = 0; number < 9; number++)
            Assert.Empty(await AtAsync(TimeSpan.FromMinutes(number)));

        Assert.Equal(["guard.cone"], await AtAsync(TimeSpan.FromHours(3)));
        Assert.Equal(["guard.cone"], await AtAsync(TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public async Task Nine_workflows_long_before_do_not_count()
    {
        for (var number = 0; number < 9; number++)
            await AtAsync(TimeSpan.Zero);

        Assert.Empty(await AtAsync(TimeSpan.FromHours(3) + TimeSpan.FromMicroseconds(1)));
    }

    [Fact]
    public async Task Those_that_were_reported_later_but_came_earlier_count_too()
    {
        for (var number = 0; number < 5; number++)
        {
            await AtAsync(TimeSpan.FromMinutes(60));
            await AtAsync(TimeSpan.FromMinutes(180 + number));
        }

        Assert.Equal(["guard.cone"], await AtAsync(TimeSpan.FromMinutes(120)));
        Assert.Empty(await AtAsync(TimeSpan.FromMinutes(-60)));
    }

    [Fact]
    public async Task Another_code_or_another_site_is_another_cone()
    {
        for (var number = 0; number < 10; number++)
            await AtAsync(TimeSpan.Zero);

        Assert.Empty((await stores.DecideAsync(NewTask(code: 85, site: _site))).Features());
        Assert.Empty((await stores.DecideAsync(NewTask())).Features());
        Assert.Equal(["guard.cone"], (await stores.DecideAsync(NewTask(code: 92, site: _site))).Features());
    }

    [Fact]
    public async Task The_tasks_and_rounds_of_one_workflow_count_once()
    {
        var one = NewTask(site: _site);
        for (var number = 0; number < 12; number++)
            await stores.DecideAsync(NewTask(one.Workflow, Begin.AddMinutes(number), $"Task{number}", site: _site));

        Assert.Empty(await AtAsync(TimeSpan.FromMinutes(20)));
    }

    [Fact]
    public async Task What_was_reviewed_counts_as_well()
    {
        for (var number = 0; number < 9; number++)
            await stores.DecideAsync(NewTask(site: _site) with { Status = "assistance" });

        Assert.Equal(["guard.cone"], await AtAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task Of_many_that_come_at_once_nine_pass()
    {
        var decisions = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => stores.DecideAsync(NewTask(site: _site))));

        Assert.Equal(9, decisions.Count(decision => decision.Disposition == "automatic"));
    }

    private async Task<IEnumerable<string>> AtAsync(TimeSpan after) =>
        (await stores.DecideAsync(NewTask(reportedAt: Begin + after, site: _site))).Features();
}
