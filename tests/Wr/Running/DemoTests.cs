using System.Text.Json;

namespace WorkflowRecovery.Wr.Tests.Running;

public sealed class DemoTests
{
    [Fact]
    public async Task A_demonstration_recommends_for_every_event_ends_by_itself_and_leaves_nothing_running()
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync("demo", "--records", "4000", "--seed", "5", "--events", "15", "--exit");

        Assert.True(answer.ExitCode == 0, answer.Errors);
        var report = JsonSerializer.Deserialize<JsonElement>(answer.Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal((4000, 15, 15, 0, 0, 0), (Number("records"), Number("assistanceEvents"), Number("recommendations"), Number("lost"), Number("duplicates"), Number("rejected")));
        Assert.Equal(0, Number("abstained"));
        Assert.Empty(wr.Leftovers());

        int Number(string name) => report.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_file_of_recorded_actions_is_shown_with_derived_site_statuses()
    {
        await using var wr = new CommandLine();
        var file = Path.Combine(Path.GetTempPath(), $"wr-test-{Guid.NewGuid():N}.json");
        Assert.Equal(0, (await wr.CallAsync("simulate", "--records", "1500", "--seed", "3", "--out", file)).ExitCode);

        var answer = await wr.CallAsync("demo", "--history", file, "--events", "15", "--exit");

        File.Delete(file);
        Assert.True(answer.ExitCode == 0, answer.Errors + answer.Output);
        var report = JsonSerializer.Deserialize<JsonElement>(answer.Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal((15, 0), (report.GetProperty("recommendations").GetInt32(), report.GetProperty("rejected").GetInt32()));
    }
}
