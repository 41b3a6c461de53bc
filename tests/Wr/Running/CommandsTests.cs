using System.Text.Json;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Wr.Tests.Running;

/// <summary>The commands against a whole instance, one after the other as a person would call them.</summary>
public sealed class CommandsTests
{
    [Fact]
    public async Task A_history_is_imported_once_learned_from_and_asked_about()
    {
        await using var wr = new CommandLine();
        var (history, extras) = (NewFile("json.gz"), NewFile("json"));
        var up = await wr.CallAsync("up");
        Assert.True(up.ExitCode == 0, up.Errors);
        await WithoutRecordsATrainingSaysWhatToDoAsync(wr);
        Good(await wr.CallAsync("simulate", "--records", "4000", "--seed", "5", "--out", history, "--extras", extras));

        var import = await wr.CallAsync("import", history, "--extras", extras, "--json");
        var first = Good(import);
        var second = Good(await wr.CallAsync("import", history, "--extras", extras, "--json"));
        var trained = Good(await wr.CallAsync("train", "--json"));
        var replay = Good(await wr.CallAsync("replay", history, "--extras", extras, "--json"));

        Assert.Equal((4000, 4000, 0), Counts(first));
        Assert.EndsWith("import: done (4000 of 4000 records stored)", import.Errors.TrimEnd());
        Assert.All(import.Errors.Split('\n').Where(line => line.Contains("records stored") && line.Contains(" of ") && !line.Contains("of the file")), line => Assert.Contains(" of 4000 records stored", line));
        Assert.Equal((4000, 0, 4000), Counts(second));
        Assert.True(trained.GetProperty("report").GetProperty("promoted").GetBoolean());
        Assert.Equal(4000, replay.GetProperty("scores").GetProperty("tasks").GetInt32());
        Assert.False(replay.GetProperty("honest").GetBoolean());
        await SimilarTasksAreShownAsync(wr);
        await TasksOfTodayStayOpenToPractiseOnAsync(wr);
        Assert.False(Good(await wr.CallAsync("drift", "status", "--json")).GetProperty("isOn").GetBoolean());
        Assert.Equal(0, (await wr.CallAsync("down")).ExitCode);
    }

    [Fact]
    public async Task A_good_event_is_answered_and_a_bad_one_is_kept_until_it_is_sent_again()
    {
        await using var wr = new CommandLine();
        var up = await wr.CallAsync("up");
        Assert.True(up.ExitCode == 0, up.Errors);
        var file = NewFile("json");
        await File.WriteAllTextAsync(file, """
            [{"workflow": "w", "task": "/w/t", "reportedAt": "2019-03-01T12:00:00Z", "errors": [{"code": 85, "site": "T2_CH_CERN", "count": 2}]},
             {"workflow": "w", "task": "/elsewhere/t", "reportedAt": "2019-03-01T12:00:00Z", "errors": []}]
            """, TestContext.Current.CancellationToken);

        var answer = await wr.CallAsync("recommend", file, "--json");
        var again = await wr.CallAsync("recommend", "w", "--json");
        await NoModelIsNamedAsTheReasonAsync(wr);
        var list = Good(await wr.CallAsync("dead-letters", "list", "--json"));
        var id = list[0].GetProperty("id").GetString()!;
        var shown = await wr.CallAsync("dead-letters", "show", id);
        var replayed = Good(await wr.CallAsync("dead-letters", "replay", "--all", "--json"));

        Assert.True(answer.ExitCode == 1, answer.Errors);
        Assert.Equal("/w/t", Assert.Single(answer.Json.GetProperty("recommendations").EnumerateArray()).GetProperty("task").GetString());
        Assert.Contains("/elsewhere/t", Assert.Single(answer.Json.GetProperty("rejected").EnumerateArray()).GetProperty("reason").GetString());
        Assert.Equal("abstained", Assert.Single(again.Json.EnumerateArray()).GetProperty("disposition").GetString());
        Assert.False(again.Json[0].TryGetProperty("similar", out _));
        Assert.Contains("reject-routing-key: workflow.assistance", shown.Output);
        Assert.Equal(1, replayed.GetProperty("replayed").GetInt32());
        Assert.Equal(1, (await wr.CallAsync("dead-letters", "show", "000000000000")).ExitCode);
        await NothingIsAutomaticByDefaultAndTheSwitchMovesAsync(wr);
        Assert.Equal(0, (await wr.CallAsync("down")).ExitCode);
    }

    [Theory]
    [InlineData("import", "file")]
    [InlineData("train")]
    [InlineData("recommend", "w")]
    [InlineData("drift", "status")]
    [InlineData("dead-letters", "list")]
    [InlineData("automatic", "off")]
    [InlineData("models", "list")]
    [InlineData("models")]
    [InlineData("drift")]
    [InlineData("dead-letters")]
    [InlineData("queue")]
    public async Task Without_an_instance_a_command_says_how_to_start_one(params string[] call)
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync(call);

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("wr up", answer.Errors);
    }

    [Theory]
    [InlineData("demo", "--records", "0")]
    [InlineData("demo", "--extras", "file")]
    [InlineData("demo", "--history")]
    [InlineData("demo", "--extras")]
    [InlineData("simulate")]
    [InlineData("simulate", "--out")]
    [InlineData("simulate", "--out", "file", "--live")]
    [InlineData("dead-letters", "replay", "--all", "--queue")]
    [InlineData("simulate", "--records", "many", "--out", "file")]
    [InlineData("bench", "--only", "everything")]
    [InlineData("recommend", "w", "--similar", "0")]
    [InlineData("recommend", "w", "--similar", "many")]
    [InlineData("recommend", "--similar")]
    [InlineData("dead-letters", "replay")]
    [InlineData("dead-letters", "replay", "id", "--all")]
    [InlineData("automatic")]
    [InlineData("automatic", "maybe")]
    [InlineData("automatic", "check")]
    [InlineData("models", "promote", "3")]
    [InlineData("models", "rollback")]
    [InlineData("models", "rollback", "--why", " ")]
    [InlineData("models", "show")]
    [InlineData("models", "shwo")]
    [InlineData("queue", "--state", "asleep")]
    [InlineData("queue", "--days", "0")]
    [InlineData("simulate", "--out", "file", "--without-actions")]
    public async Task A_call_that_makes_no_sense_ends_with_2(params string[] call)
    {
        await using var wr = new CommandLine();

        Assert.Equal(2, (await wr.CallAsync(call)).ExitCode);
    }

    [Fact]
    public async Task A_wrong_call_names_its_command_in_the_way_it_was_called()
    {
        await using var wr = new CommandLine { CalledAs = "../wr" };

        var answer = await wr.CallAsync("models", "show");
        var away = await wr.CallAsync("models", "list");

        Assert.StartsWith("../wr models show: RUN is missing.", answer.Errors);
        Assert.Contains("Try: ../wr models show --help", answer.Errors);
        Assert.Contains("Start it with: ../wr up", away.Errors);
    }

    [Fact]
    public async Task Rules_alone_lists_them_whole_in_a_pipe()
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync("rules");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains(answer.Output.Split('\n'), line => line.StartsWith("unified-memory ", StringComparison.Ordinal) && line.Contains("more than 20 % of 50660") && line.Contains("acdc with 1000 MB more"));
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("import")]
    [InlineData("simulate")]
    [InlineData("study")]
    [InlineData("replay")]
    [InlineData("train")]
    [InlineData("automatic")]
    [InlineData("recommend")]
    [InlineData("dead-letters")]
    [InlineData("models")]
    [InlineData("bench")]
    [InlineData("queue")]
    public async Task Every_command_explains_itself(string command)
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync(command, "--help");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("Usage:", answer.Output);
    }

    [Theory]
    [InlineData("""{"version": "mine", "automatic": {"allowed": true}}""", 0, "some may be automatic")]
    [InlineData("""{"version": "mine", "automatic": {"allowed": 1}}""", 1, "automatic.allowed is 1, it must be true or false")]
    public async Task A_policy_file_is_checked(string policy, int exitCode, string said)
    {
        await using var wr = new CommandLine();
        var file = NewFile("json");
        await File.WriteAllTextAsync(file, policy, TestContext.Current.CancellationToken);

        var answer = await wr.CallAsync("automatic", "check", file);

        Assert.Equal(exitCode, answer.ExitCode);
        Assert.Contains(said, answer.Output + answer.Errors);
    }

    private static async Task NothingIsAutomaticByDefaultAndTheSwitchMovesAsync(CommandLine wr)
    {
        var before = await wr.CallAsync("automatic", "status");
        var on = await wr.CallAsync("automatic", "on", "--why", "a \u001b[31mtest");
        var after = await wr.CallAsync("automatic", "status");
        var off = await wr.CallAsync("automatic", "off");
        var last = Good(await wr.CallAsync("automatic", "status", "--json"));

        Assert.Contains("The switch was never moved, so it is off.", before.Output);
        Assert.Equal((0, 0), (on.ExitCode, off.ExitCode));
        Assert.Contains("The switch is on since", after.Output);
        Assert.Contains("a \\u001B[31mtest", after.Output);
        Assert.Contains("Nothing is automatic now: The policy allows nothing to be automatic.", after.Output);
        Assert.DoesNotContain("switched off", after.Output);
        Assert.False(last.GetProperty("switch").GetProperty("isOn").GetBoolean());
        Assert.Equal(3, last.GetProperty("whyNothing").GetArrayLength());
    }

    private static async Task WithoutRecordsATrainingSaysWhatToDoAsync(CommandLine wr)
    {
        var answer = await wr.CallAsync("train");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("nothing to learn from", answer.Output);
        Assert.Contains("wr import FILE", answer.Output);
    }

    private static async Task NoModelIsNamedAsTheReasonAsync(CommandLine wr)
    {
        var shown = await wr.CallAsync("recommend", "w");
        var queue = Good(await wr.CallAsync("queue", "--json"));

        Assert.Contains("abstained: nothing is recommended", shown.Output);
        Assert.Contains("wr train", shown.Output);
        Assert.Contains("never revises an old answer", shown.Output);
        var waiting = Assert.Single(queue.EnumerateArray());
        Assert.Equal(("w", "to-decide"), (waiting.GetProperty("workflow").GetString(), waiting.GetProperty("state").GetString()));
        Assert.Contains("1 workflow in assistance: 1 to-decide.", (await wr.CallAsync("queue")).Output);
        Assert.Empty(Good(await wr.CallAsync("queue", "--state", "taken", "--json")).EnumerateArray());
    }

    private static async Task TasksOfTodayStayOpenToPractiseOnAsync(CommandLine wr)
    {
        var published = Good(await wr.CallAsync("simulate", "--live", "--without-actions", "--records", "4000", "--seed", "6", "--count", "10", "--rate", "500", "--json"));
        Assert.Equal((10, 0), (published.GetProperty("events").GetInt32(), published.GetProperty("orders").GetInt32()));

        await Until.TrueAsync("the tasks of today are in assistance beside the one before", async () => await TasksInAssistanceAsync(wr) == 11);

        Assert.Empty(Good(await wr.CallAsync("dead-letters", "--json")).EnumerateArray());
    }

    private static async Task<int> TasksInAssistanceAsync(CommandLine wr) =>
        Good(await wr.CallAsync("queue", "--state", "to-decide", "--json")).EnumerateArray().Sum(workflow => workflow.GetProperty("cases").GetArrayLength());

    private static async Task SimilarTasksAreShownAsync(CommandLine wr)
    {
        var file = NewFile("json");
        await File.WriteAllTextAsync(file, """
            {"workflow": "w", "task": "/w/t", "reportedAt": "2019-06-01T12:00:00Z", "errors": [{"code": 50660, "site": "T2_CH_CERN", "count": 20}]}
            """, TestContext.Current.CancellationToken);
        Good(await wr.CallAsync("recommend", file, "--json"));

        var similar = Assert.Single(Good(await wr.CallAsync("recommend", "w", "--similar", "3", "--json")).EnumerateArray()).GetProperty("similar");
        var shown = await wr.CallAsync("recommend", "w", "--similar");

        Assert.Contains("of the 3 most similar past tasks", similar.GetProperty("summary").GetString());
        var tasks = similar.GetProperty("tasks").EnumerateArray().ToList();
        Assert.Equal(3, tasks.Count);
        Assert.All(tasks, task => Assert.Equal("50660", task.GetProperty("sharedErrors")[0].GetString()));
        Assert.Equal(tasks.OrderByDescending(task => task.GetProperty("similarity").GetDouble()), tasks);
        Assert.Contains("of the 5 most similar past tasks", shown.Output);
        Assert.Contains(tasks[0].GetProperty("ordered").GetString()!.Split(',')[0], shown.Output);
    }

    private static string NewFile(string ending) => Path.Combine(Path.GetTempPath(), $"wr-test-{Guid.NewGuid():N}.{ending}");

    private static JsonElement Good(Answer answer)
    {
        Assert.True(answer.ExitCode == 0, answer.Errors);
        return answer.Output.StartsWith('{') || answer.Output.StartsWith('[') ? answer.Json : default;
    }

    private static (int Records, int Stored, int AlreadyKnown) Counts(JsonElement report) => (
        report.GetProperty("records").GetInt32(), report.GetProperty("stored").GetInt32(), report.GetProperty("alreadyKnown").GetInt32());
}
