using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Inside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Browser.Tests.Hosting;

/// <summary>All services with models that were trained on a small history, the world outside, and a browser; one for all tests.</summary>
public sealed class ConsoleInUse(TestServers servers) : IAsyncLifetime
{
    /// <summary>Long enough to take an order back on a busy machine.</summary>
    private const string GraceSeconds = "25";

    private const string Key = "the key of the tests' sign-in";

    private readonly string _policy = Path.Combine(Path.GetTempPath(), $"policy-{Guid.NewGuid():N}.json");
    private Pipeline _pipeline = null!;
    private CommandLine _commandLine = null!;
    private Chromium _chromium = null!;

    /// <summary>Workflow system and executor.</summary>
    public OutsideParty Outside { get; private set; } = null!;

    /// <summary>What the console publishes about operators' actions.</summary>
    internal RecordedOrders Recorded { get; private set; } = null!;

    internal AuditTrail Audit { get; private set; } = null!;

    internal Microsoft.Playwright.IBrowser Browser => _chromium.Browser;

    public Uri Address => _pipeline.UrlOf("console");

    public async ValueTask InitializeAsync()
    {
        // A case that is decided blindly shows nothing to accept.
        await File.WriteAllTextAsync(_policy, """{"version": "browser-tests", "blindedShare": 0}""");
        _pipeline = await Pipeline.StartAsync(servers, new() { Services = ServiceCatalogue.Names, Variables = Variables() }, CancellationToken.None);
        _commandLine = new(_pipeline);
        Outside = await OutsideParty.ConnectAsync(_pipeline.Broker.For("workflow-system"));
        Recorded = await RecordedOrders.ListenAsync(_pipeline.Broker.Admin);
        Audit = new(_pipeline.Database.Migrator);
        await TrainAsync();
        _chromium = await Chromium.StartAsync();
    }

    public Uri SignIn(string role, string name) => ConsoleSignIn.Link(Address, Key, role, name);

    /// <summary>Publishes a task in assistance and waits until it is recommended for.</summary>
    public async Task<RecoveryRecommended> ReportAsync(WorkflowAssistanceRequested reported)
    {
        await Outside.PublishAsync(RoutingKeys.WorkflowAssistance, reported);
        await Outside.UntilAsync(received => Promise.AllAnswered([reported], received));
        return Outside.FirstOf(Events.IdOf(reported)).Said;
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        Audit.Dispose();
        await Recorded.DisposeAsync();
        await Outside.DisposeAsync();
        await _commandLine.DisposeAsync();
        await _pipeline.DisposeAsync();
        File.Delete(_policy);
    }

    private Dictionary<string, string?> Variables() => new(ConsoleSignIn.Variables(Key))
    {
        ["Decisions__PolicyFile"] = _policy,
        ["Orders__GraceSeconds"] = GraceSeconds,
        ["Retraining__TreesOnly"] = "true",
        ["Failures__CountSeconds"] = "1",
    };

    private async Task TrainAsync()
    {
        await _commandLine.ImportAsync([.. HistorySimulation.Records(new SimulationOptions { Records = 4000, Seed = 5 })]);
        await _commandLine.SendAsync(InsideKeys.TrainingRequested, new TrainingRequested(Guid.NewGuid(), "a test"));
        await _commandLine.UntilAsync("select exists (select from retrainer.active_model where target = 'plan')");
        for (var number = 1; number <= 200; number++)
        {
            if ((await ReportAsync(Reports.OutOfMemory($"before-{number}"))).Models.Count > 0)
                return;
        }

        throw new InvalidOperationException("two hundred events were judged without a model");
    }
}
