using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Console.Tests.Queue;

namespace WorkflowRecovery.Console.Tests.Live;

public sealed class PresenceTests(RunningQueue queue) : IClassFixture<RunningQueue>
{
    private static readonly DateTimeOffset Now = ShownCases.Now;

    [Fact]
    public async Task Two_people_on_one_workflow_see_each_other_through_two_consoles()
    {
        using var here = queue.NewNotifications();
        using var there = queue.NewNotifications();
        using var one = PresenceAt(here);
        using var other = PresenceAt(there);
        await ListenAsync(here);
        await ListenAsync(there);

        await one.EnterAsync("w", "ann");
        var visit = await other.EnterAsync("w", "bob");
        await RunningQueue.UntilAsync(() => one.Beside("ann", "w") is ["bob"], look => one.Changed += _ => look(), _ => { });
        await RunningQueue.UntilAsync(() => other.Beside("bob", "w") is ["ann"], look => other.Changed += _ => look(), _ => { });

        await other.LeaveAsync(visit, "w");
        await RunningQueue.UntilAsync(() => one.Beside("ann", "w") is [], look => one.Changed += _ => look(), _ => { });
        await here.StopAsync(CancellationToken.None);
        await there.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_page_names_those_who_look_at_the_same_workflow_as_text()
    {
        using var notifications = queue.NewNotifications();
        using var presence = PresenceAt(notifications);
        await using var browser = new BunitContext();
        browser.AddAuthorization().SetAuthorized("ann");
        browser.Services.AddSingleton(presence);
        var page = browser.Render<AlsoHere>(given => given.Add(here => here.Workflow, "w"));
        Assert.Equal("", page.Find("p").TextContent);

        await presence.EnterAsync("w", "<b>bob</b>");
        var visit = await presence.EnterAsync("w", "eve");
        await presence.EnterAsync("other", "zoe");

        page.WaitForAssertion(() => Assert.Equal("<b>bob</b> and eve look at this workflow, too.", page.Find("p").TextContent), TimeSpan.FromSeconds(60));
        await presence.LeaveAsync(visit, "w");
        page.WaitForAssertion(() => Assert.Equal("<b>bob</b> looks at this workflow, too.", page.Find("p").TextContent), TimeSpan.FromSeconds(60));
        await browser.DisposeComponentsAsync();
        Assert.Empty(presence.Beside("<b>bob</b>", "w"));
    }

    [Fact]
    public void Who_is_no_longer_spoken_of_is_forgotten_but_for_our_own()
    {
        var visits = new Visits();
        visits.Begin(new(Guid.NewGuid(), "w", "ann", IsHere: true));
        visits.Hear(new(Guid.NewGuid(), "w", "bob", IsHere: true), Now);

        Assert.Equal(["ann", "bob"], visits.Beside("eve", "w", Now + Visits.Forgotten));
        Assert.Equal(["ann"], visits.Beside("eve", "w", Now + Visits.Forgotten + TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public void A_message_that_is_none_is_not_heard(string payload) => Assert.Null(PresenceMessage.Read(payload));

    private Presence PresenceAt(Notifications notifications) => new(queue.Database, notifications, TimeProvider.System, NullLogger<Presence>.Instance);

    private static async Task ListenAsync(Notifications notifications)
    {
        var listening = new TaskCompletionSource();
        notifications.Listening += () => listening.TrySetResult();
        await notifications.StartAsync(CancellationToken.None);
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
