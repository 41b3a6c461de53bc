using System.Diagnostics;
using System.Text.Json.Nodes;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Console.Tests.Orders;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.TodaysTools;

/// <summary>Today's actor, in its own language, against a running console.</summary>
public sealed class ActorTests(TestServers servers) : IAsyncLifetime
{
    private const string Key = "the key of today's tools";

    private ConsoleProcess _console = null!;
    private OtherServices _others = null!;

    public async ValueTask InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?> { ["TodaysTools__Key"] = Key }, TestContext.Current.CancellationToken);
        _others = await OtherServices.BesideAsync(_console);
    }

    public async ValueTask DisposeAsync()
    {
        await _others.DisposeAsync();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task An_actor_that_polls_and_reports_is_told_of_each_order_once_and_it_counts_as_taken()
    {
        const string Hostile = "vlimant_ACDC0_task_<script>alert('x')</script>\"_180706_002124_986";
        var (first, second) = (await _others.ReportAsync(Hostile, "Reco"), await _others.ReportAsync(Hostile, "Reco/Merge"));
        await _others.ReportAsync("vlimant_ACDC1_task_<script>alert('x')</script>\"_180706_002124_986", "Reco");
        var plain = Ordering.Plain with { MemoryMb = 9_000, Xrootd = "enabled" };
        await _others.OrderAsync(first, plain, Ordering.Ada);
        Assert.Empty((await RunAsync())["told"]!.AsObject());
        await _others.OrderAsync(second, Ordering.Plain, Ordering.Ada);

        var said = await RunAsync();

        var document = Assert.Single(said["told"]!.AsObject());
        Assert.Equal(Hostile, document.Key);
        Assert.True(JsonNode.DeepEquals(document.Value, JsonNode.Parse(
            """
            {"Action": "acdc",
             "Parameters": {
                "Reco": {"memory": "9000", "xrootd": "enabled", "sites": ["T1_US_FNAL", "T2_US_MIT"]},
                "Reco/Merge": {"sites": ["T1_US_FNAL", "T2_US_MIT"]}},
             "Reasons": ["the site is back"], "user": "ada",
             "ACDCs": ["vlimant_ACDC1_task_<script>alert('x')</script>\"_180706_002124_986"]}
            """)), document.Value?.ToJsonString());
        Assert.Equal(2, said["done"]!.AsArray().Count);
        Assert.Equal(Answer(success: Hostile), said["reported"]!.ToJsonString());
        Assert.Equal(Answer(already: Hostile, unknown: "unheard_of"), said["again"]!.ToJsonString());
        Assert.Empty(said["after"]!.AsObject());
        Assert.Equal(Hostile, Assert.Single(said["acted"]!.AsArray())!.GetValue<string>());
        var taken = await _others.TakenAsync(expected: 2);
        Assert.Equal(
            [(first.RecommendationId, 2, first.Task, "done"), (second.RecommendationId, 2, second.Task, "done")],
            taken.OrderBy(one => one.Task, StringComparer.Ordinal).Select(one => (one.RecommendationId, one.Revision, one.Task!, one.Result)));
        Assert.Equal(2L, await _others.AskAsync("select count(*) from console.order where served_at is not null"));
        Assert.Equal("order-reported order-served", await _others.AskAsync("select string_agg(what, ' ' order by what) from console.audit where what in ('order-reported', 'order-served')"));
    }

    private async Task<JsonNode> RunAsync()
    {
        var script = Path.Combine(Checkout.Root(), "tests", "Console", "TodaysTools", "actor.py");
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, _console.Address.AbsoluteUri.TrimEnd('/'), Key])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, complained) = (python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(python.ExitCode == 0, await complained + _console.Log);
        return JsonNode.Parse(await said)!;
    }

    private static string Answer(string? success = null, string? already = null, string? unknown = null) => new JsonObject
    {
        ["valid_key"] = true, ["valid_format"] = true, ["success"] = List(success), ["already_reported"] = List(already), ["does_not_exist"] = List(unknown),
    }.ToJsonString();

    private static JsonArray List(string? name) => name is null ? [] : [name];
}
