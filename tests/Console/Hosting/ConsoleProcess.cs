using System.Net;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Servers.Temporary;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Hosting;

/// <summary>The console as a real process on tables and a virtual host of its own; what other services would write, a test writes.</summary>
internal sealed class ConsoleProcess : IAsyncDisposable
{
    /// <summary>The key of the development sign-in, which is on unless a test says otherwise.</summary>
    public const string Key = "the key of the tests' sign-in";

    private const string Name = "console";

    private readonly TemporaryServers _processes = new();
    private readonly ServiceFleet _fleet;

    private ConsoleProcess(DatabaseAccounts database, BrokerAccounts broker, IReadOnlyDictionary<string, string?> variables)
    {
        Database = database;
        Broker = broker;
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        _fleet = new ServiceFleet(
            [ServiceSettings.For(Name, ServiceCatalogue.AssemblyOf(Checkout.Root(), Name), database, broker, Address) with { More = Over(ConsoleSignIn.Variables(Key), variables) }],
            _processes.Ledger,
            _processes.Logs);
    }

    public DatabaseAccounts Database { get; }

    public BrokerAccounts Broker { get; }

    public Uri Address { get; }

    public string Log => File.ReadAllText(_fleet.LogOf(Name));

    /// <summary>Starts the console and waits until it is ready.</summary>
    /// <param name="servers">The servers of the test run.</param>
    /// <param name="variables">Options, e.g. <c>Orders__GraceSeconds</c>.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<ConsoleProcess> StartAsync(TestServers servers, IReadOnlyDictionary<string, string?> variables, CancellationToken cancellation)
    {
        var console = new ConsoleProcess(
            await MigratedDatabase.NewAsync(servers, cancellation), await servers.NewVirtualHostAsync(cancellation), variables);
        try
        {
            console._fleet.Start(Name);
            await console._fleet.UntilReadyAsync(Name, cancellation);
            return console;
        }
        catch
        {
            await console.DisposeAsync();
            throw;
        }
    }

    /// <summary>A browser that somebody with a role has signed in with; it follows redirects and keeps cookies.</summary>
    public async Task<HttpClient> SignedInAsync(Role role, CancellationToken cancellation, string? name = null)
    {
        var browser = Browser(followsRedirects: true);
        var link = ConsoleSignIn.Link(Address, Key, role.ToWord(), name ?? $"test-{role.ToWord()}");
        using var answer = await browser.GetAsync(link, cancellation);
        return answer.StatusCode == HttpStatusCode.OK ? browser : throw new InvalidOperationException($"The sign-in was answered by {answer.StatusCode}.\n{Log}");
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public HttpClient Browser(bool followsRedirects = false) =>
        new(new HttpClientHandler { AllowAutoRedirect = followsRedirects, CookieContainer = new() }) { BaseAddress = Address };

    public void Kill() => _fleet.Kill(Name);

    public Task RestartAsync(CancellationToken cancellation) => _fleet.RestartAsync(Name, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _fleet.StopAllAsync(CancellationToken.None);
        _fleet.Dispose();
        await Broker.RemoveVirtualHostAsync(CancellationToken.None);
        await Database.RemoveDatabaseAsync(CancellationToken.None);
        await _processes.DisposeAsync();
    }

    private static Dictionary<string, string?> Over(IReadOnlyDictionary<string, string?> usual, IReadOnlyDictionary<string, string?> given)
    {
        var all = new Dictionary<string, string?>(usual);
        foreach (var (name, value) in given)
            all[name] = value;
        return all;
    }
}
