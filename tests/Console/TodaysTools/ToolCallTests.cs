using System.Net.Http.Json;
using System.Net;
using System.Text.Json.Nodes;
using System.Text;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Console.Tests.Orders;
using WorkflowRecovery.Console.Tests.People;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.TodaysTools;

public sealed class ToolCallTests(TestServers servers) : IAsyncLifetime
{
    private const string Key = "the key of today's tools";

    private ConsoleProcess _console = null!;
    private OtherServices _others = null!;
    private HttpClient _tool = null!;

    public async ValueTask InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?> { ["TodaysTools__Key"] = Key }, TestContext.Current.CancellationToken);
        _others = await OtherServices.BesideAsync(_console);
        _tool = _console.Browser();
    }

    public async ValueTask DisposeAsync()
    {
        _tool.Dispose();
        await _others.DisposeAsync();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_key_or_a_wrong_form_is_said_and_nothing_is_done()
    {
        var said = await _others.ReportAsync("w_1", "Reco");
        await _others.OrderAsync(said, Ordering.Plain, Ordering.Ada);
        Assert.Single((await JsonAsync("/getaction")).AsObject());

        var wrong = await ReportAsync(new { key = "guess", workflows = (string[])["w_1"] });
        var keyless = await ReportAsync(new { workflows = (string[])["w_1"] });
        var shapeless = await ReportAsync(new { key = Key, workflows = "w_1" });
        using var garbage = await _tool.PostAsync(new Uri("/reportaction", UriKind.Relative), new StringContent("{"), TestContext.Current.CancellationToken);

        Assert.Equal("""{"valid_key":false,"valid_format":true,"success":[],"already_reported":[],"does_not_exist":[]}""", wrong.ToJsonString());
        Assert.Equal(wrong.ToJsonString(), keyless.ToJsonString());
        Assert.Equal("""{"valid_key":true,"valid_format":false,"success":[],"already_reported":[],"does_not_exist":[]}""", shapeless.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, garbage.StatusCode);
        Assert.Contains("\"valid_format\":false", await garbage.TextAsync());
        Assert.Single((await JsonAsync("/getaction")).AsObject());
        Assert.Equal(0L, await _others.AskAsync("select count(*) from console.outgoing_message where routing_key = 'action.taken'"));
    }

    [Fact]
    public async Task A_long_report_is_read_to_its_end_for_those_who_show_the_key_first()
    {
        var names = Enumerable.Range(0, 4_000).Select(number => $"w_{number:D100}").ToArray();

        var first = await ReportAsync(new { key = Key, workflows = names });
        using var last = await _tool.PostAsJsonAsync(new Uri("/reportaction", UriKind.Relative), new { workflows = names, key = Key }, TestContext.Current.CancellationToken);
        using var question = new HttpRequestMessage(HttpMethod.Post, new Uri("/reportaction", UriKind.Relative)) { Content = JsonContent.Create(new { workflows = names }) };
        question.Headers.Add("X-Recovery-Key", Key);
        using var beside = await _tool.SendAsync(question, TestContext.Current.CancellationToken);

        Assert.Equal(names.Length, first["does_not_exist"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.BadRequest, last.StatusCode);
        Assert.Contains("\"valid_key\":false", await last.TextAsync());
        Assert.Equal(names.Length, JsonNode.Parse(await beside.TextAsync())!["does_not_exist"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_was_told_and_then_withdrawn_may_still_be_reported_and_is_not_told_again()
    {
        var approved = await _others.OrderAsync(await _others.ReportAsync("w_2", "Reco"), Ordering.Plain, Ordering.Ada);
        Assert.Single((await JsonAsync("/getaction?acted=-1")).AsObject());
        await _others.SayAsync(approved with { Revision = 3, Disposition = "withdrawn" });

        Assert.Empty((await JsonAsync("/getaction")).AsObject());
        var reported = await ReportAsync(new { key = Key, workflows = (string[])["w_2"] });

        Assert.Equal("w_2", Assert.Single(reported["success"]!.AsArray())!.GetValue<string>());
        Assert.Equal((approved.RecommendationId, 2), (await _others.TakenAsync(1)).Select(taken => (taken.RecommendationId, taken.Revision)).Single());
    }

    [Fact]
    public async Task Asking_again_and_again_writes_nothing_but_once_a_day_that_it_is_still_told()
    {
        const string Written = "select string_agg(xmin::text, ' ' order by xmin::text) from (select xmin from console.served_order union all select xmin from console.served_document) as told";
        foreach (var workflow in (string[])["w_6", "w_7"])
            await _others.OrderAsync(await _others.ReportAsync(workflow, "Reco"), Ordering.Plain, Ordering.Ada);
        var first = await JsonAsync("/getaction?acted=-1");
        var written = await _others.AskAsync(Written);

        Assert.Equal(first.ToJsonString(), (await JsonAsync("/getaction?acted=-1")).ToJsonString());
        Assert.Equal(written, await _others.AskAsync(Written));
        Assert.Equal(2L, await _others.AskAsync("select count(*) from console.order where served_at is not null"));

        foreach (var table in (string[])["served_order", "served_document"])
            await _others.RunAsync($"update console.{table} set served_at = served_at - interval '25 hours' where workflow = 'w_6'");
        await JsonAsync("/getaction?acted=-1");

        Assert.Equal(4L, await _others.AskAsync("select count(*) from (select served_at from console.served_order union all select served_at from console.served_document) as told where served_at > now() - interval '1 hour'"));
        Assert.Equal(2L, await _others.AskAsync("select count(*) from console.audit where what = 'order-served'"));
    }

    [Fact]
    public async Task Who_looks_with_a_browser_behind_a_proxy_is_no_actor()
    {
        await using var console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?>
        {
            ["TodaysTools__Key"] = Key,
            ["People__Proxies__0"] = "127.0.0.0/8",
            ["People__ProxyHeader__UserHeader"] = "X-Remote-User",
            ["People__Roles__Viewer__0"] = "everybody",
        }, TestContext.Current.CancellationToken);
        await using var others = await OtherServices.BesideAsync(console);
        await others.OrderAsync(await others.ReportAsync("w_3", "Reco"), Ordering.Plain, Ordering.Ada);
        using var program = console.Browser();
        program.DefaultRequestHeaders.Add("X-Remote-User", "ada");
        program.DefaultRequestHeaders.Add("X-Remote-Groups", "everybody");
        using var browser = console.Browser();
        browser.DefaultRequestHeaders.Add("X-Remote-User", "ada");
        browser.DefaultRequestHeaders.Add("X-Remote-Groups", "everybody");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "none");

        Assert.Contains("w_3", await browser.GetStringAsync(new Uri("/getaction", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0L, await others.AskAsync("select count(*) from console.served_order"));

        Assert.Contains("w_3", await program.GetStringAsync(new Uri("/getaction", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1L, await others.AskAsync("select count(*) from console.served_order"));
    }

    [Fact]
    public async Task A_workflow_with_an_order_on_its_way_or_one_that_was_refused_or_expired_is_not_told()
    {
        var approved = await _others.OrderAsync(await _others.ReportAsync("w_5", "Reco"), Ordering.Plain, Ordering.Ada);
        Assert.Single((await JsonAsync("/getaction")).AsObject());
        var sibling = await _others.ReportAsync("w_5", "Merge");
        Assert.Empty((await JsonAsync("/getaction")).AsObject());
        var submitted = await _others.Desk.SubmitAsync(
            new([new(sibling.RecommendationId, 1)], Ordering.Plain, "a test"), Ordering.Ada, TestContext.Current.CancellationToken);
        await Until.TrueAsync("the console knows", async () => await _others.AskAsync("select state from console.order where order_id = $1", submitted.OrderIds[0]) is "sent");
        await _others.RunAsync("update scorer.recovery_case set answered_at = now() where event_id = $1", sibling.RecommendationId);
        Assert.Empty((await JsonAsync("/getaction")).AsObject());

        await _others.RunAsync("update scorer.recovery_case set answered_at = null where event_id = $1", sibling.RecommendationId);
        await _others.RunAsync(
            "insert into scorer.approval (order_id, approval_id, event_id, seen_revision, recorded_at, operator, state, why, at) values ($1, $1, $2, 1, now(), 'ada', 'refused', 'No.', now())",
            submitted.OrderIds[0], sibling.RecommendationId);
        await Until.TrueAsync("the console knows", async () => await _others.AskAsync("select state from console.order where order_id = $1", submitted.OrderIds[0]) is "refused");
        Assert.Empty((await JsonAsync("/getaction")).AsObject());
        Assert.Equal(0L, await _others.AskAsync("select count(*) from console.outgoing_message where routing_key = 'action.recorded' and convert_from(body, 'UTF8') like '%Merge%'"));

        await _others.SayAsync(sibling with { Revision = 2, Disposition = "automatic" });
        Assert.Single((await JsonAsync("/getaction")).AsObject());
        await _others.RunAsync("update scorer.recovery_case set expires_at = now() where event_id = $1", sibling.RecommendationId);
        Assert.Empty((await JsonAsync("/getaction")).AsObject());
        Assert.Equal(2, approved.Revision);
    }

    [Fact]
    public async Task An_order_is_told_until_ten_minutes_before_it_expires()
    {
        var said = await _others.ReportAsync("w_6", "Reco");
        await _others.OrderAsync(said, Ordering.Plain, Ordering.Ada);

        await _others.RunAsync("update scorer.recovery_case set expires_at = $2 where event_id = $1", said.RecommendationId, OtherServices.Now.AddMinutes(9));
        Assert.Empty((await JsonAsync("/getaction")).AsObject());

        await _others.RunAsync("update scorer.recovery_case set expires_at = $2 where event_id = $1", said.RecommendationId, OtherServices.Now.AddMinutes(15));
        Assert.Single((await JsonAsync("/getaction")).AsObject());
    }

    [Fact]
    public async Task An_order_that_somebody_wants_back_is_not_told()
    {
        var said = await _others.ReportAsync("w_3", "Reco");
        await _others.OrderAsync(said, Ordering.Plain, Ordering.Ada);
        var order = (Guid)(await _others.AskAsync("select order_id from console.order where event_id = $1", said.RecommendationId))!;
        await _others.Desk.UndoAsync(order, Ordering.Ada, TestContext.Current.CancellationToken);
        Assert.Empty((await JsonAsync("/getaction")).AsObject());

        await _others.RunAsync(
            "insert into scorer.approval_undo (order_id, operator, undone_at, granted, why, at) values ($1, 'ada', now(), false, 'It was taken up.', now())", order);

        Assert.Single((await JsonAsync("/getaction")).AsObject());
    }

    [Fact]
    public async Task Days_and_acted_are_read_from_the_address_or_from_the_body_of_the_question()
    {
        var said = await _others.ReportAsync("w_4", "Reco", disposition: "review");
        await _others.SayAsync(said with { Revision = 2, Disposition = "automatic", RecommendedAt = OtherServices.Now.AddDays(-3) });

        Assert.Empty((await JsonAsync("/getaction?days=2")).AsObject());
        Assert.Empty((await JsonAsync("/getaction", """{"days": 2, "acted": 0}""")).AsObject());
        Assert.Empty((await JsonAsync("/getaction?acted=1", """{"acted": 0}""")).AsObject());
        foreach (var question in (string[])["/getaction", "/getaction?days=0", "/getaction?days=-1", "/getaction?days=4&acted=0", "/getaction?days=99999999"])
            Assert.Single((await JsonAsync(question)).AsObject());
        using var nonsense = await _tool.AskAsync("/getaction?days=two");
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
    }

    [Fact]
    public async Task Only_listed_addresses_holders_of_the_key_and_users_may_ask()
    {
        await using var console = await ConsoleProcess.StartAsync(
            servers, new Dictionary<string, string?> { ["TodaysTools__Key"] = Key, ["TodaysTools__AllowedClients__0"] = "192.0.2.0/24" }, TestContext.Current.CancellationToken);
        using var stranger = console.Browser();
        using var guesser = console.Browser();
        using var holder = console.Browser();
        guesser.DefaultRequestHeaders.Add("X-Recovery-Key", "guess");
        holder.DefaultRequestHeaders.Add("X-Recovery-Key", Key);
        using var viewer = await console.SignedInAsync(Role.Viewer, TestContext.Current.CancellationToken);

        foreach (var path in (string[])["/getaction", "/predict?wf=w&tsk=t", "/predict/?wf=w&tsk=t", "/actionshistory"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stranger, path));
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(guesser, path));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(holder, path));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(viewer, path));
        }
    }

    [Fact]
    public async Task An_address_that_a_foreign_proxy_or_a_browser_stands_behind_is_not_a_listed_one()
    {
        using var relayed = _console.Browser();
        using var browser = _console.Browser();
        relayed.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(_tool, "/getaction"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(relayed, "/getaction"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(browser, "/getaction"));
    }

    [Fact]
    public async Task A_prediction_is_an_action_with_a_link_and_of_a_blinded_case_nothing_is_told()
    {
        var said = await _others.ReportAsync("w_\"<b>", "Reco", action: "clone");
        await _others.ReportAsync("w_blind", "Reco", action: "clone", blinded: true);
        await _others.OrderAsync(said, Ordering.Plain, Ordering.Ada);

        Assert.Contains("w_\"<b>", (await JsonAsync("/getaction")).AsObject().Select(document => document.Key));
        var (whole, rest) = (await JsonAsync("/predict?wf=w_%22%3Cb%3E&tsk=%2Fw_%22%3Cb%3E%2FReco"), await JsonAsync("/predict/?wf=w_%22%3Cb%3E&tsk=Reco"));
        var (blind, unknown) = (await JsonAsync("/predict?wf=w_blind&tsk=Reco"), await JsonAsync("/predict?wf=w_unknown&tsk=Reco"));

        Assert.Equal("clone", whole["model"]!["value"]!.GetValue<string>());
        Assert.Equal($"{_console.Address}workflow/w_%22%3Cb%3E", whole["model"]!["link"]!.GetValue<string>());
        Assert.Equal(whole.ToJsonString(), rest.ToJsonString());
        Assert.Equal("none", blind["model"]!["value"]!.GetValue<string>());
        Assert.Equal("{}", unknown.ToJsonString());
        foreach (var path in (string[])["/predict", "/predict?wf=w_1", "/predict?tsk=t", "/predict?wf=&tsk="])
            Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(_tool, path));
    }

    [Fact]
    public async Task The_history_holds_what_was_ordered_last_beside_what_was_seen_then()
    {
        var at = OtherServices.Now.AddDays(-1);
        var odd = await _others.ReportAsync("w_odd_</script>\"", "Reco", at: at, cells: [new(85, "T2_<i>", Readiness.Green, 3), new(-1, "T2_X_Disk", Readiness.None, 1)]);
        await _others.StoreMatrixAsync(odd, 2, at.AddHours(1), new MatrixCell(85, "T2_<i>", Readiness.Red, 7));
        await _others.StoreMatrixAsync(odd, 3, at.AddHours(9), new MatrixCell(85, "T2_<i>", Readiness.Red, 99));
        await _others.RecordAsync("w_odd_</script>\"", "Reco", "clone", at.AddHours(1));
        await _others.RecordAsync("w_odd_</script>\"", "Reco", "acdc", at.AddHours(2), memoryMb: 9_000, sites: ["T1_US_FNAL"]);
        foreach (var task in (string[])["A", "B"])
            await _others.ReportAsync("w_cloned", task, at: at);
        await _others.RecordAsync("w_cloned", "A", "acdc", at.AddHours(1));
        await _others.RecordAsync("w_cloned", null, "clone", at.AddHours(2));
        await _others.ReportAsync("w_undone", "A", at: at);
        var undone = await _others.RecordAsync("w_undone", "A", "acdc", at.AddHours(1));
        await _others.RunAsync(
            "insert into ingestor.undone_action (key, workflow, task, recorded_at, operator, undone_at, received_at) values ($1, 'w_undone', '/w_undone/A', now(), 'ada', now(), now())", undone);

        using var answer = await _tool.AskAsync("/actionshistory");
        var text = await answer.TextAsync();
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var entries = await ActionsHistoryReader.ReadAsync(stream, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<", text, StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.Null(entry.Skipped));
        var records = entries.ToDictionary(entry => entry.Record!.Task, entry => entry.Record!);
        Assert.Equal(["/w_cloned/A", "/w_cloned/B", "/w_odd_</script>\"/Reco"], records.Keys.Order(StringComparer.Ordinal));
        Assert.All((string[])["/w_cloned/A", "/w_cloned/B"], task => Assert.Equal(RecoveryActionKind.Clone, records[task].Action.Kind));
        var ordered = records["/w_odd_</script>\"/Reco"];
        Assert.Equal((RecoveryActionKind.Acdc, 9_000), (ordered.Action.Kind, ordered.Action.MemoryMb));
        Assert.Equal(["T1_US_FNAL"], ordered.Action.Sites);
        Assert.Equal([(85, 7L)], ordered.Matrix.Cells.Select(cell => (cell.Code, cell.Count)));
    }

    private async Task<JsonNode> JsonAsync(string path, string? body = null)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (body is not null)
            question.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _tool.SendAsync(question, TestContext.Current.CancellationToken);
        var text = await answer.TextAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode} {text}\n{_console.Log}");
        Assert.DoesNotContain("<", text, StringComparison.Ordinal);
        return JsonNode.Parse(text)!;
    }

    private async Task<JsonNode> ReportAsync(object body)
    {
        using var answer = await _tool.PostAsJsonAsync(new Uri("/reportaction", UriKind.Relative), body, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await answer.TextAsync())!;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.AskAsync(path);
        return answer.StatusCode;
    }
}
