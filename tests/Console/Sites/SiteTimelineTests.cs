using WorkflowRecovery.Console.Charts;
using WorkflowRecovery.Console.Sites;

namespace WorkflowRecovery.Console.Tests.Sites;

public sealed class SiteTimelineTests
{
    private static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = From.AddDays(10);

    [Fact]
    public void What_held_before_goes_on_until_something_else_is_said()
    {
        var timeline = SiteTimeline.Of([Said(-100, "green"), Said(4, "red"), Said(6, "red"), Said(9, "green")], From, Now);

        Assert.Equal(("green", From.AddDays(9), false), (timeline.Now, timeline.Since, timeline.IsLonger));
        Assert.Equal([new Stretch("green", From, From.AddDays(4)), new Stretch("red", From.AddDays(4), From.AddDays(9)), new Stretch("green", From.AddDays(9), Now)], timeline.Stretches);
    }

    [Fact]
    public void Of_what_never_changed_it_is_said_that_it_may_be_longer()
    {
        var timeline = SiteTimeline.Of([Said(-100, "green")], From, Now);

        Assert.Equal(("green", From.AddDays(-100), true), (timeline.Now, timeline.Since, timeline.IsLonger));
        Assert.Equal([new Stretch("green", From, Now)], timeline.Stretches);
    }

    [Fact]
    public void Before_anything_was_said_nothing_is_known() =>
        Assert.Equal([new Stretch(null, From, From.AddDays(4)), new Stretch("red", From.AddDays(4), Now)], SiteTimeline.Of([Said(4, "red")], From, Now).Stretches);

    [Fact]
    public void Of_two_that_speak_of_one_time_the_last_holds() =>
        Assert.Equal([new Stretch(null, From, From.AddDays(4)), new Stretch("green", From.AddDays(4), Now)], SiteTimeline.Of([Said(4, "red"), Said(4, "green")], From, Now).Stretches);

    [Fact]
    public void Nothing_is_known_of_a_site_never_heard_of() => Assert.Null(SiteTimeline.Of([], From, Now).Now);

    private static SiteSaying Said(int day, string word) => new("T1_A", SiteSaying.Readiness, From.AddDays(day), word, "s");
}
