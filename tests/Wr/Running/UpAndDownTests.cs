using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Processes;
using WorkflowRecovery.Servers.Provisioning;

namespace WorkflowRecovery.Wr.Tests.Running;

public sealed class UpAndDownTests
{
    [Fact]
    public async Task What_up_starts_runs_until_down_and_nothing_is_left()
    {
        await using var wr = new CommandLine();

        var up = await wr.CallAsync("up", "--servers-only", "--json");

        Assert.True(up.ExitCode == 0, up.Errors);
        Assert.StartsWith("amqp://workflow-system:", up.Json.GetProperty("amqp").GetString());
        Assert.StartsWith("postgresql://wr_cli:", up.Json.GetProperty("postgres").GetString());
        Assert.Equal(["epmd", "postgres", "rabbitmq"], up.Json.GetProperty("processes").EnumerateArray().Select(process => process.GetProperty("name").GetString()));
        Assert.Equal(0, (await wr.CallAsync("status")).ExitCode);

        var pids = wr.Instance.Ledger.Read();
        var again = await wr.CallAsync("up", "--servers-only");
        Assert.Contains("Already up.", again.Output);
        Assert.Equal(pids, wr.Instance.Ledger.Read());

        Assert.Equal(0, (await wr.CallAsync("down")).ExitCode);
        Assert.DoesNotContain(pids, stamp => stamp.IsAlive());
        Assert.Empty(wr.Leftovers());
        Assert.Equal(1, (await wr.CallAsync("status")).ExitCode);
    }

    [Fact]
    public async Task A_killed_server_is_reported_and_the_next_up_brings_it_back_with_its_address()
    {
        await using var wr = new CommandLine();
        var before = await wr.CallAsync("up", "--servers-only", "--json");
        Ending.Kill(wr.Running("postgres"));

        var status = await wr.CallAsync("status", "--json");
        var after = await wr.CallAsync("up", "--servers-only", "--json");

        Assert.Equal(1, status.ExitCode);
        Assert.Equal("dead", StateOf(status, "postgres"));
        Assert.Equal("ready", StateOf(status, "rabbitmq"));
        Assert.True(after.ExitCode == 0, after.Errors);
        Assert.Equal(before.Json.GetProperty("postgres").GetString(), after.Json.GetProperty("postgres").GetString());
        Assert.Equal(before.Json.GetProperty("amqp").GetString(), after.Json.GetProperty("amqp").GetString());
        Assert.Equal(0, (await wr.CallAsync("down")).ExitCode);
        Assert.Empty(wr.Leftovers());
    }

    [Fact]
    public async Task The_console_comes_back_where_bookmarks_lead()
    {
        await using var wr = new CommandLine();
        var before = await wr.CallAsync("up", "--json");
        Assert.True(before.ExitCode == 0, before.Errors);
        Assert.Equal(0, (await wr.CallAsync("down")).ExitCode);

        var after = await wr.CallAsync("up", "--json");

        Assert.True(after.ExitCode == 0, after.Errors);
        Assert.Equal($"{before.Json.GetProperty("services")}", $"{after.Json.GetProperty("services")}");
        Assert.Equal(0, (await wr.CallAsync("down")).ExitCode);
    }

    [Fact]
    public async Task Down_ends_what_a_killed_up_had_started()
    {
        await using var wr = new CommandLine();
        using var up = wr.Begin("up", "--servers-only");
        Assert.True(SpinWait.SpinUntil(() => wr.Instance.Ledger.FindAlive("rabbitmq") is not null, TimeSpan.FromSeconds(120)));
        up.Kill();
        await up.WaitForExitAsync(TestContext.Current.CancellationToken);
        var node = wr.Running("rabbitmq");

        var down = await wr.CallAsync("down");

        Assert.Equal(0, down.ExitCode);
        Assert.False(node.IsAlive());
        Assert.Empty(wr.Leftovers());
    }

    [Fact]
    public async Task A_wrong_call_ends_with_2_and_says_what_is_wrong()
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync("up", "--sideways");

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("--sideways", answer.Errors);
    }

    [Fact]
    public async Task The_way_into_the_console_is_printed_where_one_runs_with_a_key()
    {
        await using var wr = new CommandLine();
        var away = await wr.CallAsync("console");
        wr.Instance.Write(new Endpoints("amqp://a", "postgresql://b", "http://127.0.0.1:8080", new Dictionary<string, string>(), []));
        var noKey = await wr.CallAsync("console");
        wr.Instance.Write(new Secrets("amqp://a", "http://b", "Host=c", AccountPasswords.Random()) { ConsoleKey = "k&y" });

        var answer = await wr.CallAsync("console", "--role", "expert", "--name", "Ada L");

        Assert.Equal((1, 1, 0), (away.ExitCode, noKey.ExitCode, answer.ExitCode));
        Assert.Contains("wr up", away.Errors);
        Assert.Equal("http://127.0.0.1:8080/sign-in/development?key=k%26y&role=expert&name=Ada%20L", answer.Output.Trim());
        Assert.Equal(2, (await wr.CallAsync("console", "--role", "emperor")).ExitCode);
    }

    [Theory]
    [InlineData("up")]
    [InlineData("down")]
    [InlineData("status")]
    [InlineData("console")]
    [InlineData("test")]
    public async Task Every_command_explains_itself(string command)
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync(command, "--help");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains("Usage:", answer.Output);
    }

    private static string? StateOf(Answer status, string name) =>
        status.Json.GetProperty("processes").EnumerateArray().Single(process => process.GetProperty("name").GetString() == name).GetProperty("state").GetString();
}
