using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.EndToEnd.Tests.Orders;

/// <summary>A program with the role of an operator, and today's actor: both know nothing but the console's address.</summary>
public sealed class OrderingProgram : IDisposable
{
    private const string Token = "the token of the tests' operator";
    private const string Key = "the key of today's tools";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly HttpClient _operator;
    private readonly HttpClient _actor;

    public OrderingProgram(Uri console)
    {
        _operator = new() { BaseAddress = console };
        _operator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        _actor = new() { BaseAddress = console };
    }

    /// <summary>What the console is to be told of them.</summary>
    public static IReadOnlyDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>
    {
        ["People__Tokens__0__Name"] = "ada",
        ["People__Tokens__0__Role"] = "operator",
        ["People__Tokens__0__Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Token))),
        ["Api__CallsPerMinute"] = "100000",
        ["Orders__GraceSeconds"] = "0",
        ["TodaysTools__Key"] = Key,
    };

    /// <summary>Orders a recovery; null with the answer when that is refused.</summary>
    public async Task<(Guid? Order, string Answer)> OrderAsync(Guid eventId, int seen, params string[] sites)
    {
        using var answer = await PostAsync(_operator, "/api/v1/orders", new
        {
            cases = new[] { new { eventId, revision = seen } },
            ordered = new { action = "acdc", siteMode = sites.Length == 0 ? "auto" : "manual", sites, reasons = (string[])["the site is back"] },
        });
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode == HttpStatusCode.Accepted ? JsonNode.Parse(text)!["orderIds"]![0]!.GetValue<Guid>() : null, text);
    }

    /// <summary>Wants an order back, and returns what was answered.</summary>
    public async Task<string> UndoAsync(Guid order)
    {
        using var answer = await PostAsync(_operator, $"/api/v1/orders/{order}/undo", new { });
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Returns why, once an order is in a state.</summary>
    public async Task<string?> UntilAsync(WorkflowAssistanceRequested task, Guid order, string state, bool withReason = false)
    {
        JsonNode? found = null;
        await UntilAsync(async () =>
        {
            var orders = await JsonAsync(_operator, $"/api/v1/orders?workflow={Uri.EscapeDataString(task.Workflow)}");
            found = orders.AsArray().Single(one => one!["orderId"]!.GetValue<Guid>() == order);
            return found!["state"]!.GetValue<string>() == state && (!withReason || found["why"] is not null);
        });
        return found!["why"]?.GetValue<string>();
    }

    /// <summary>Returns once the console knows that a site is drained.</summary>
    public Task UntilDrainedAsync(string site) => UntilAsync(async () =>
        (await JsonAsync(_operator, "/api/v1/sites")).AsArray().Any(one => one!["site"]!.GetValue<string>() == site && one["status"]?.GetValue<string>() == "drain"));

    /// <summary>Returns once the queue shows that an executor acts on a workflow.</summary>
    public Task UntilTakenAsync(string workflow) => UntilAsync(async () =>
        (await JsonAsync(_operator, $"/api/v1/workflows/{Uri.EscapeDataString(workflow)}"))["state"]!.GetValue<string>() == "taken");

    /// <summary>Returns once the training dump tells, or does not tell, of an operator's action for a task.</summary>
    public Task UntilRecordedAsync(WorkflowAssistanceRequested task, bool recorded = true) => UntilAsync(async () => await IsRecordedAsync(task) == recorded);

    public async Task<bool> IsRecordedAsync(WorkflowAssistanceRequested task) => (await JsonAsync(_actor, "/actionshistory")).AsObject().ContainsKey(task.Task);

    /// <summary>The workflows that today's actor is told of.</summary>
    public async Task<IReadOnlyList<string>> PollAsync() => [.. (await JsonAsync(_actor, "/getaction")).AsObject().Select(document => document.Key)];

    /// <summary>Today's actor has done what it was told of a workflow.</summary>
    public async Task ReportAsync(string workflow)
    {
        using var answer = await PostAsync(_actor, "/reportaction", new { key = Key, workflows = new[] { workflow } });
        Assert.Equal(workflow, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["success"]![0]!.GetValue<string>());
    }

    public void Dispose()
    {
        _operator.Dispose();
        _actor.Dispose();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await holds())
            await ticks.WaitForNextTickAsync(patience.Token);
    }

    private static async Task<JsonNode> JsonAsync(HttpClient client, string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))!;

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, object body) =>
        client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
}
