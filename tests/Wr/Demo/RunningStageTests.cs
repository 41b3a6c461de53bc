using System.Text.Json;
using WorkflowRecovery.Wr.Tests.Running;

namespace WorkflowRecovery.Wr.Tests.Demo;

public sealed class RunningStageTests
{
    [Fact]
    public async Task A_demonstration_on_an_instance_that_is_up_leaves_it_up()
    {
        await using var wr = new CommandLine();
        var up = await wr.CallAsync("up");
        Assert.True(up.ExitCode == 0, up.Errors);

        var answer = await wr.CallAsync("demo", "--running", "--records", "1500", "--events", "15", "--exit");

        Assert.True(answer.ExitCode == 0, answer.Errors);
        var report = JsonSerializer.Deserialize<JsonElement>(answer.Output.TrimEnd().Split('\n')[^1]);
        Assert.Equal((15, 0), (report.GetProperty("recommendations").GetInt32(), report.GetProperty("lost").GetInt32()));
        Assert.Equal(0, (await wr.CallAsync("status")).ExitCode);
        Assert.Equal(0, (await wr.CallAsync("down")).ExitCode);
    }

    [Fact]
    public async Task Without_an_instance_it_says_how_to_start_one()
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync("demo", "--running", "--records", "100", "--events", "5");

        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("wr up", answer.Errors);
    }
}
