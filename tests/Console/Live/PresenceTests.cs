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

        await EnterAsync(one, "w", "ann");
        var visit = await EnterAsync(other, "w", "bob");
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
        browser.Services.AddSingleton(new BrowserReach());
        var page = browser.Render<AlsoHere>(given => given.Add(here => here.Workflow, "w"));
        Assert.Equal("", page.Find("p").TextContent);

        await EnterAsync(presence, "w", "<b>bob</b>");
        var visit = await EnterAsync(presence, "w", "eve");
        await EnterAsync(presence, "other", "zoe");

        page.WaitForAssertion(() => Assert.Equal("<b>bob</b> and eve look at this workflow, too.", page.Find("p").TextContent), TimeSpan.FromSeconds(60));
        await presence.LeaveAsync(visit, "w");
        page.WaitForAssertion(() => Assert.Equal("<b>bob</b> looks at this workflow, too.", page.Find("p").TextContent), TimeSpan.FromSeconds(60));
        await browser.DisposeComponentsAsync();
        Assert.Empty(presence.Beside("<b>bob</b>", "w"));
    }

    [Fact]
    public async Task Who_closed_the_browser_without_a_word_is_gone_at_once_and_is_back_when_it_comes_back()
    {
        using var notifications = queue.NewNotifications();
        using var presence = PresenceAt(notifications);
        await using var browser = new BunitContext();
        browser.AddAuthorization().SetAuthorized("ann");
        var reach = new BrowserReach();
        browser.Services.AddSingleton(presence);
        browser.Services.AddSingleton(reach);
        var page = browser.Render<AlsoHere>(given => given.Add(here => here.Workflow, "w"));
        Assert.Equal(["ann"], presence.Beside("bob", "w"));

        await reach.OnConnectionDownAsync(null!, CancellationToken.None);
        page.WaitForAssertion(() => Assert.Empty(presence.Beside("bob", "w")), TimeSpan.FromSeconds(60));
        await reach.OnConnectionUpAsync(null!, CancellationToken.None);
        page.WaitForAssertion(() => Assert.Equal(["ann"], presence.Beside("bob", "w")), TimeSpan.FromSeconds(60));
        await reach.OnCircuitClosedAsync(null!, CancellationToken.None);
        page.WaitForAssertion(() => Assert.Empty(presence.Beside("bob", "w")), TimeSpan.FromSeconds(60));
        await browser.DisposeComponentsAsync();
        Assert.Empty(presence.Beside("bob", "w"));
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

    private static async Task<Guid> EnterAsync(Presence presence, string workflow, string user)
    {
        var visit = new PresenceMessage(Guid.NewGuid(), workflow, user, IsHere: true);
        await presence.EnterAsync(visit);
        return visit.Visit;
    }

    private Presence PresenceAt(Notifications notifications) => new(queue.Database, notifications, TimeProvider.System, NullLogger<Presence>.Instance);

    private static async Task ListenAsync(Notifications notifications)
    {
        var listening = new TaskCompletionSource();
        notifications.Listening += () => listening.TrySetResult();
        await notifications.StartAsync(CancellationToken.None);
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
