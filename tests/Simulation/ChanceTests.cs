using WorkflowRecovery.Simulation.Sites;

namespace WorkflowRecovery.Simulation.Tests;

public sealed class ChanceTests
{
    [Fact]
    public void The_sequence_of_chance_is_the_same_on_every_version_of_the_runtime()
    {
        var task = HistorySimulation.Records(new() { Records = 1, Seed = 42 }).Single();
        Assert.Equal("/pdmvserv_task_BPH-RunIIFall17GS-01857__v1_T_181224_185720_8466/BPH-RunIIFall17GS-01857_0", task.Task);
    }

    [Fact]
    public void About_nine_tracked_sites_in_ten_are_green_at_a_time()
    {
        var timeline = SiteTimeline.Of(Simulated.Options);
        var sites = timeline.Changes.Select(change => change.Site).Distinct().ToList();
        var time = new DateTimeOffset(2018, 3, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.InRange(sites.Average(site => timeline.ReadinessAt(site, time) == Domain.Sites.Readiness.Green ? 1.0 : 0), 0.8, 0.97);
    }
}
