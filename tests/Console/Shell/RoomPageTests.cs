using System.Diagnostics;
using System.Net;
using Npgsql;
using RabbitMQ.Client;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Console.Tests.Models;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Shell;

/// <summary>The pages beside the queue, as a browser gets them from the running console.</summary>
public sealed class RoomPageTests(TestServers servers) : IAsyncLifetime
{
    private const string Hostile = "T2_<script>alert(1)</script>\u202e";

    private ConsoleProcess _console = null!;
    private Guid _set;

    public async ValueTask InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?> { ["Failures__CountSeconds"] = "1" }, TestContext.Current.CancellationToken);
        await using var owner = NpgsqlDataSource.Create(_console.Database.Migrator);
        var (past, now) = (new Past(owner), DateTimeOffset.UtcNow);
        await past.SiteAsync(Hostile, now.AddDays(-1), "red", "drain");
        await past.FailureAsync("<i>workflow</i>", now.AddHours(-1), (85, Hostile, 7));
        await past.OrderAsync("<i>workflow</i>", now, "acdc");
        var before = await past.SetAsync("retired", now.AddDays(-2), Metrics.WithCurves);
        _set = await past.SetAsync("active", now.AddDays(-1), Metrics.WithCurves, before);
        await past.AnswerAsync(now, "acdc", "acdc", 0.95);
    }

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    [Fact]
    public async Task A_viewer_sees_every_page_and_hostile_names_do_nothing()
    {
        using var browser = await _console.SignedInAsync(Role.Viewer, TestContext.Current.CancellationToken);
        await UntilCountedAsync(browser);
        var shown = new Dictionary<string, string>
        {
            ["/sites"] = "Last 30 days",
            [$"/sites/{Uri.EscapeDataString(Hostile)}"] = "Workflows hit",
            ["/errors"] = "Procedure",
            ["/errors/85"] = "What operators did about it",
            ["/models"] = "What may be done without an operator",
            [$"/models/{_set}"] = "ROC curve of acdc",
            ["/notes"] = "All notes that nobody closed",
            ["/operations"] = "Rejected and dead letters",
        };

        foreach (var (path, text) in shown)
        {
            var html = await GetAsync(browser, path);
            Assert.Contains(text, html);
            Assert.DoesNotContain("<script>alert", html);
            Assert.DoesNotContain("<i>workflow", html);
            Assert.DoesNotContain('\u202e', html);
            Assert.DoesNotContain("Something went wrong", html);
            Assert.All(html.Split("<table").Skip(1), table => Assert.Contains("<caption", table[..Math.Min(400, table.Length)]));
            foreach (var deed in new[] { "Promote", "Roll back", "Switch automatic", "Send again" })
                Assert.DoesNotContain(deed, html);
        }
    }

    [Fact]
    public async Task Those_who_may_are_asked_once_more_before_anything_happens()
    {
        using var expert = await _console.SignedInAsync(Role.Expert, TestContext.Current.CancellationToken);
        using var admin = await _console.SignedInAsync(Role.Admin, TestContext.Current.CancellationToken);

        Assert.Contains("Roll back</button>", await GetAsync(expert, $"/models/{_set}"));
        Assert.DoesNotContain("Switch automatic", await GetAsync(expert, "/models"));
        Assert.Contains("Switch automatic recovery on</button>", await GetAsync(admin, "/models"));
    }

    [Fact]
    public async Task A_dead_letter_without_a_routing_key_is_shown_with_what_it_was_and_for_whom()
    {
        const string Queue = "wr.scorer.matrices_error";
        await using var broker = await new ConnectionFactory { Uri = _console.Broker.Admin }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await broker.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: TestContext.Current.CancellationToken);
        await channel.BasicPublishAsync(
            "", Queue, mandatory: true, new BasicProperties { Type = "matrix.stored", Headers = new Dictionary<string, object?> { [Names.RejectRoutingKey] = "" } }, "{}"u8.ToArray(),
            TestContext.Current.CancellationToken);
        using var browser = await _console.SignedInAsync(Role.Expert, TestContext.Current.CancellationToken);

        var list = "";
        await Until.TrueAsync("the letter is on the page", async () => (list = await GetAsync(browser, "/operations")).Contains($"operations/letters/{Queue}/", StringComparison.Ordinal));
        var letter = list[list.IndexOf($"operations/letters/{Queue}/", StringComparison.Ordinal)..];

        Assert.Contains("matrix.stored to wr.scorer.matrices", list);
        Assert.Contains("matrix.stored to wr.scorer.matrices", await GetAsync(browser, $"/{letter[..letter.IndexOf('"', StringComparison.Ordinal)]}"));
    }

    private static async Task UntilCountedAsync(HttpClient browser)
    {
        for (var watch = Stopwatch.StartNew(); !(await GetAsync(browser, "/sites")).Contains("errors/85", StringComparison.Ordinal);)
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "the failures were not counted");
    }

    private static async Task<string> GetAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
