using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Console.Tests.People;
using WorkflowRecovery.Console.Tests.TodaysTools;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Api;

public sealed class ApiTests(ApiTests.Shared shared, TestServers servers) : IClassFixture<ApiTests.Shared>, IAsyncLifetime
{
    private readonly ConsoleProcess _console = shared.Process;
    private OtherServices _others = null!;
    private HttpClient _operator = null!;
    private HttpClient _viewer = null!;

    public async ValueTask InitializeAsync()
    {
        _others = await OtherServices.BesideAsync(_console);
        (_operator, _viewer) = (Program("operator"), Program("viewer"));
    }

    public async ValueTask DisposeAsync()
    {
        _operator.Dispose();
        _viewer.Dispose();
        await _others.DisposeAsync();
    }

    [Fact]
    public async Task The_document_of_the_routes_is_the_one_that_is_committed()
    {
        using var answer = await _viewer.AskAsync("/openapi/v1.json");
        var file = Path.Combine(Checkout.Root(), "docs", "openapi.json");
        var text = await answer.TextAsync();
        if (Environment.GetEnvironmentVariable("WR_WRITE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, text.TrimEnd() + "\n", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)), JsonNode.Parse(text)),
            "docs/openapi.json is not what the console says: run this test with WR_WRITE_OPENAPI=1.");
    }

    [Fact]
    public async Task An_order_goes_the_way_of_the_pages_and_a_second_one_is_a_conflict()
    {
        var said = await _others.ReportAsync("w_<b>", "Reco");
        using var known = await _viewer.AskAsync($"/api/v1/cases/{said.RecommendationId}");
        Assert.Equal("\"1\"", known.Headers.ETag?.Tag);
        Assert.DoesNotContain("<b>", await known.TextAsync(), StringComparison.Ordinal);

        using var preview = await SendAsync(_operator, "/api/v1/orders/preview", Order(said));
        using var old = await SendAsync(_operator, "/api/v1/orders", Order(said), ifMatch: "\"7\"");
        using var first = await SendAsync(_operator, "/api/v1/orders", Order(said), ifMatch: "\"1\"");
        using var second = await SendAsync(_operator, "/api/v1/orders", Order(said));
        var order = JsonNode.Parse(await first.TextAsync())!["orderIds"]![0]!.GetValue<Guid>();
        using var undo = await SendAsync(_operator, $"/api/v1/orders/{order}/undo", new { });
        using var again = await SendAsync(_operator, $"/api/v1/orders/{order}/undo", new { });

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.Conflict],
            new[] { preview, old, first, second, undo, again }.Select(answer => answer.StatusCode));
        Assert.Contains("recommendation.acdc.approved", await preview.TextAsync());
        Assert.Contains("There is an order on it already.", await second.TextAsync());
        Assert.Contains("\"result\":\"undone\"", await undo.TextAsync());
        Assert.Contains("\"state\":\"undone\"", await (await _viewer.AskAsync("/api/v1/orders?workflow=w_%3Cb%3E")).TextAsync());
        Assert.Equal("ci-operator", await _others.AskAsync("select who from console.audit where what = 'order-submitted' order by number desc limit 1"));
    }

    [Fact]
    public async Task All_that_was_ordered_by_one_call_is_taken_back_by_one_call()
    {
        var (one, other) = (await _others.ReportAsync("w_group", "Reco"), await _others.ReportAsync("w_group", "Merge"));
        using var ordered = await SendAsync(_operator, "/api/v1/orders", new
        {
            cases = new[] { new { eventId = one.RecommendationId, revision = 1 }, new { eventId = other.RecommendationId, revision = 1 } },
            ordered = new { action = "acdc", siteMode = "auto", sites = Array.Empty<string>(), reasons = (string[])["the site is back"] },
        });
        var group = JsonNode.Parse(await ordered.TextAsync())!["groupId"]!.GetValue<Guid>();
        using var viewer = await SendAsync(_viewer, $"/api/v1/orders/groups/{group}/undo", new { });
        using var undo = await SendAsync(_operator, $"/api/v1/orders/groups/{group}/undo", new { });
        using var again = await SendAsync(_operator, $"/api/v1/orders/groups/{group}/undo", new { });

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Conflict], new[] { viewer, undo, again }.Select(answer => answer.StatusCode));
        Assert.Equal("""{"result":"undone","text":"2 orders taken back; nothing was sent.","left":[]}""", await undo.TextAsync());
        Assert.Equal(2L, await _others.AskAsync("select count(*) from console.order where workflow = 'w_group' and state = 'undone'"));
    }

    [Fact]
    public async Task A_changed_case_is_a_conflict_and_wrong_fields_are_named()
    {
        var said = await _others.ReportAsync("w_changed", "Reco");
        await _others.SayAsync(said with { Revision = 2 });

        using var changed = await SendAsync(_operator, "/api/v1/orders", Order(said));
        using var wrong = await SendAsync(_operator, "/api/v1/orders", Order(said with { Revision = 2 }, memoryMb: -1));
        using var shapeless = await SendAsync(_operator, "/api/v1/orders", new { cases = Array.Empty<object>() });

        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.Equal("application/problem+json", changed.Content.Headers.ContentType?.MediaType);
        Assert.Contains("changed since you looked", JsonNode.Parse(await changed.TextAsync())!["errors"]!["case"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.NotNull(JsonNode.Parse(await wrong.TextAsync())!["errors"]!["memoryMb"]);
        Assert.Equal(HttpStatusCode.BadRequest, shapeless.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/orders", """{"cases": [null], "ordered": {"action": "acdc", "siteMode": "auto", "sites": [], "reasons": []}}""", "$.cases[0]")]
    [InlineData("/api/v1/orders", """{"cases": [], "ordered": {"action": "acdc", "siteMode": "auto", "sites": [], "reasons": [null]}}""", "$.ordered.reasons[0]")]
    [InlineData("/api/v1/notes", """{"workflow": "w\u0000", "kind": "escalated", "addressee": "site", "ticket": "t"}""", "$.workflow")]
    [InlineData("/api/v1/notes", """{"workflow": "\ud800", "kind": "escalated", "addressee": "site", "ticket": "t"}""", "$.workflow")]
    public async Task What_no_field_can_hold_is_told_with_its_place(string path, string body, string place)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _operator.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull(JsonNode.Parse(await answer.TextAsync())!["errors"]![place]);
    }

    [Theory]
    [InlineData("/api/v1/notes?workflow=w%00")]
    [InlineData("/api/v1/orders?workflow=w%00")]
    public async Task Neither_can_a_parameter_of_an_address(string path)
    {
        using var answer = await _viewer.AskAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_or_the_role_or_the_proof_of_the_form_nothing_is_done()
    {
        var said = await _others.ReportAsync("w_access", "Reco");
        using var nobody = _console.Browser();
        using var browser = await _console.SignedInAsync(Role.Operator, TestContext.Current.CancellationToken);

        using var unknown = await SendAsync(nobody, "/api/v1/orders", Order(said));
        using var viewer = await SendAsync(_viewer, "/api/v1/orders", Order(said));
        using var forged = await SendAsync(browser, "/api/v1/orders", Order(said));
        browser.DefaultRequestHeaders.Add("X-Forgery-Token", JsonNode.Parse(await (await browser.AskAsync("/sign-in/token")).TextAsync())!["token"]!.GetValue<string>());
        using var proven = await SendAsync(browser, "/api/v1/orders", Order(said));

        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.Accepted],
            new[] { viewer, forged, proven }.Select(answer => answer.StatusCode));
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(
            "ci-viewer null, test-operator not from a page of the console",
            await _others.AskAsync(
                """
                select string_agg(who || ' ' || coalesce(details->'details'->>'why', 'null'), ', ' order by number) from console.audit
                where what = 'denied' and details->'details'->>'path' = '/api/v1/orders'
                """));
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.AskAsync("/api/v1/queue")).StatusCode);
    }

    [Fact]
    public async Task The_queue_is_filtered_and_paged_and_tells_nothing_of_a_blinded_case()
    {
        await _others.ReportAsync("asked_one", "Reco", action: "clone");
        var blind = await _others.ReportAsync("asked_blind", "Reco");
        await _others.RunAsync("update scorer.recommendation set blinded = true, action = null, body = $2 where event_id = $1",
            blind.RecommendationId, ServiceDefaults.Wire.WireJson.Write(blind with { Action = null, Confidence = null, Reason = Words.Blinded, Reasons = [] }));
        await _others.RunAsync("select pg_notify('scorer_case', event_id::text) from scorer.recovery_case");
        await Until.TrueAsync("the console knows", async () => (await QueueAsync("/api/v1/queue?q=asked_"))["matching"]!.GetValue<int>() == 2);

        var (all, clones, second) = (await QueueAsync("/api/v1/queue?q=asked_"), await QueueAsync("/api/v1/queue?q=asked_&action=clone"), await QueueAsync("/api/v1/queue?q=asked_&page=2&size=1"));

        Assert.Equal(2, all["matching"]!.GetValue<int>());
        Assert.Equal("asked_one", Assert.Single(clones["workflows"]!.AsArray())!["workflow"]!.GetValue<string>());
        Assert.Single(second["workflows"]!.AsArray());
        var hidden = all["workflows"]!.AsArray().Single(workflow => workflow!["workflow"]!.GetValue<string>() == "asked_blind")!["cases"]![0]!;
        Assert.True(hidden["blinded"]!.GetValue<bool>());
        Assert.Null(hidden["action"]);
        Assert.Null(hidden["confidence"]);
        using var one = await _viewer.AskAsync("/api/v1/workflows/asked_one");
        using var none = await _viewer.AskAsync("/api/v1/workflows/asked_none");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], new[] { one, none }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task Notes_are_written_listed_and_closed()
    {
        using var unheard = await SendAsync(_operator, "/api/v1/notes", new { workflow = "w_noted", kind = "escalated", addressee = "site", ticket = "t" });
        await _others.ReportAsync("w_noted", "Reco");
        using var wrong = await SendAsync(_operator, "/api/v1/notes", new { workflow = "w_noted", kind = "lost" });
        using var written = await SendAsync(_operator, "/api/v1/notes", new { workflow = "w_noted", kind = "escalated", addressee = "site", ticket = "<script>" });
        using var list = await _viewer.AskAsync("/api/v1/notes?workflow=w_noted");
        var text = await list.TextAsync();
        using var closed = await SendAsync(_operator, $"/api/v1/notes/{JsonNode.Parse(text)![0]!["noteId"]}/close", new { });

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.NoContent, HttpStatusCode.NoContent], new[] { wrong, written, closed }.Select(answer => answer.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, unheard.StatusCode);
        Assert.Contains("Nothing was ever reported of this workflow.", await unheard.TextAsync());
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);

        var last = JsonNode.Parse(text)![0]!["noteId"];
        Assert.Equal("[]", await (await _viewer.AskAsync($"/api/v1/notes?workflow=w_noted&before={last}")).TextAsync());
        foreach (var unknown in (string[])[$"before={Guid.NewGuid()}", $"workflow=w_noted&before={Guid.NewGuid()}", $"workflow=w_other&before={last}"])
        {
            using var answer = await _viewer.AskAsync($"/api/v1/notes?{unknown}");
            Assert.Equal((HttpStatusCode.BadRequest, true), (answer.StatusCode, (await answer.TextAsync()).Contains("There is no such note.", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Sites_models_codes_and_health_are_looked_up()
    {
        await _others.RunAsync("insert into featurizer.site_status (site, effective_at, source, readiness, status, received_at) values ('T2_<i>', now() - interval '1 hour', 'test', 'red', 'drain', now())");

        var site = JsonNode.Parse(await (await _viewer.AskAsync("/api/v1/sites")).TextAsync())![0]!;

        Assert.Equal(("T2_<i>", "red", "drain"), (site["site"]!.GetValue<string>(), site["readiness"]!.GetValue<string>(), site["status"]!.GetValue<string>()));
        Assert.Equal("[]", await (await _viewer.AskAsync("/api/v1/models")).TextAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _viewer.AskAsync($"/api/v1/models/{Guid.NewGuid()}")).StatusCode);
        Assert.Contains("\"code\":85", await (await _viewer.AskAsync("/api/v1/codes")).TextAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _viewer.AskAsync("/api/v1/codes/123456")).StatusCode);
        Assert.Contains("\"database\":\"healthy\"", await (await _viewer.AskAsync("/api/v1/health")).TextAsync());
    }

    [Fact]
    public async Task Who_calls_too_often_has_to_wait()
    {
        await using var strict = await ConsoleProcess.StartAsync(
            servers, new Dictionary<string, string?>(Tokens()) { ["Api__CallsPerMinute"] = "1" }, TestContext.Current.CancellationToken);
        using var program = Program("viewer", strict);

        // A minute may end between two calls, but not between three.
        var answers = new[] { await program.AskAsync("/api/v1/codes"), await program.AskAsync("/api/v1/codes"), await program.AskAsync("/api/v1/codes") };

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
    }

    private async Task<JsonNode> QueueAsync(string path) => JsonNode.Parse(await (await _viewer.AskAsync(path)).TextAsync())!;

    private HttpClient Program(string role, ConsoleProcess? console = null)
    {
        var program = (console ?? _console).Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(role));
        return program;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string path, object body, string? ifMatch = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
            call.Headers.IfMatch.Add(new(ifMatch));
        return await client.SendAsync(call, TestContext.Current.CancellationToken);
    }

    private static object Order(RecoveryRecommended said, int? memoryMb = null) => new
    {
        cases = new[] { new { eventId = said.RecommendationId, revision = said.Revision } },
        ordered = new { action = "acdc", memoryMb, siteMode = "auto", sites = Array.Empty<string>(), reasons = (string[])["passing"] },
    };

    private static string TokenOf(string role) => $"the token of the tests' {role}";

    private static Dictionary<string, string?> Tokens() => ((string[])["viewer", "operator"]).Index().SelectMany(role => new Dictionary<string, string?>
    {
        [$"People__Tokens__{role.Index}__Name"] = $"ci-{role.Item}",
        [$"People__Tokens__{role.Index}__Role"] = role.Item,
        [$"People__Tokens__{role.Index}__Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(TokenOf(role.Item)))),
    }).Append(new("Api__CallsPerMinute", "100000")).ToDictionary();

    public sealed class Shared(TestServers servers) : ConsoleOfClass(servers, Tokens());
}
