using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Cases;
using WorkflowRecovery.Console.Cases.Advice;
using WorkflowRecovery.Console.Cases.Links;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Cases.Similar;
using WorkflowRecovery.Console.Cases.Sites;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.Tests.Cases.Matrix;
using WorkflowRecovery.Console.Tests.Cases.Reading;

namespace WorkflowRecovery.Console.Tests.Cases;

public sealed class LivePageTests : BunitContext, IClassFixture<CaseDatabase>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CaseDatabase _database;
    private readonly Notifications _notifications;
    private readonly CaseFeed _feed;
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly NewCase _case = new();

    public LivePageTests(CaseDatabase database)
    {
        _database = database;
        JSInterop.Mode = JSRuntimeMode.Loose;
        ComponentFactories.AddStub<AlsoHere>();
        ComponentFactories.AddStub<CaseOrders>();
        var rules = new RuleShelf(Options.Create(new RuleShelfOptions()), NullLogger<RuleShelf>.Instance);
        Services.AddSingleton(new CaseDesk(
            new CaseReader(database.Databases), new CaseSiteReader(database.Databases, _clock), new SimilarReader(database.Databases), rules,
            new CaseLinks(Options.Create(new OutsideLinkOptions())), _clock));
        _notifications = new(database.Console, TimeProvider.System, NullLogger<Notifications>.Instance);
        _feed = new(_notifications, TimeProvider.System, NullLogger<CaseFeed>.Instance);
        Services.AddSingleton(_feed);
        Services.AddSingleton<TimeProvider>(_clock);
    }

    [Fact]
    public async Task An_open_page_shows_at_once_what_is_said_later()
    {
        var listening = new TaskCompletionSource();
        _notifications.Listening += listening.SetResult;
        await _feed.StartAsync(Xunit.TestContext.Current.CancellationToken);
        await _notifications.StartAsync(Xunit.TestContext.Current.CancellationToken);
        await listening.Task.WaitAsync(Patience, Xunit.TestContext.Current.CancellationToken);
        var page = await OpenAsync();

        await _database.Rows.SayAsync(_case.Memory());

        page.WaitForAssertion(() => Assert.Contains("ACDC, memory 4000 MB", page.Markup), Patience);
        await _notifications.StopAsync(Xunit.TestContext.Current.CancellationToken);
        await _feed.StopAsync(Xunit.TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_looks_again_by_itself_too()
    {
        var page = await OpenAsync();

        await _database.Rows.SayAsync(_case.Memory());
        _clock.Advance(TimeSpan.FromSeconds(31));

        page.WaitForAssertion(() => Assert.Contains("ACDC, memory 4000 MB", page.Markup), Patience);
    }

    private async Task<IRenderedComponent<WorkflowPage>> OpenAsync()
    {
        await _database.Rows.ReportAsync(_case.Reported(), Cells.Usual);
        var page = Render<WorkflowPage>(one => one.Add(workflow => workflow.Workflow, _case.Workflow));
        page.WaitForAssertion(() => Assert.Contains("the case was not judged yet", page.Markup), Patience);
        return page;
    }
}
