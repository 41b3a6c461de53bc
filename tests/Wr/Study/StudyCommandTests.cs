using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using WorkflowRecovery.Wr.Tests.Running;

namespace WorkflowRecovery.Wr.Tests.Study;

/// <summary>The real command.</summary>
public sealed class StudyCommandTests
{
    [Fact]
    public async Task A_small_file_is_studied_from_records_to_numbers_and_report()
    {
        await using var wr = new CommandLine();
        var (history, extras, logs, json, report) = (Made.NewFile("json.gz"), Made.NewFile(), Made.NewFile(), Made.NewFile(), Made.NewFile("html"));
        Assert.Equal(0, (await wr.CallAsync("simulate", "--records", "1200", "--out", history, "--extras", extras, "--logs", logs)).ExitCode);

        var answer = await wr.CallAsync(
            "study", history, "--extras", extras, "--logs", logs, "--quick", "--seeds", "1", "--only", "1,2,4,7,14", "--json", json, "--report", report);

        Assert.True(answer.ExitCode == 0, answer.Errors);
        var rows = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken)).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal([1, 2, 4, 7, 14], rows.Select(row => row.GetProperty("row").GetInt32()).Distinct());
        Assert.All(rows, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("spread").ValueKind));
        Assert.Contains(rows, row => row.GetProperty("row").GetInt32() == 4 && row.GetProperty("metric").GetString() == "AUROC" && row.GetProperty("mean").GetDouble() > 0.8);
        Assert.Equal("html", XDocument.Load(report).Root!.Name.LocalName);
        Assert.Contains("average pictures", answer.Output);
        Assert.Contains("left", answer.Errors);
    }

    [Theory]
    [InlineData("--only takes", "--only", "15")]
    [InlineData("--only takes", "--only", "1,x")]
    [InlineData("--only takes", "--only", ",")]
    [InlineData("--only takes", "--only", "-1")]
    [InlineData("--seeds takes", "--seeds", "0")]
    [InlineData("--seeds takes", "--seeds", "many")]
    [InlineData("--budget takes", "--budget", "5")]
    [InlineData("--budget takes", "--budget", "NaNm")]
    [InlineData("--budget takes", "--budget", "0s")]
    [InlineData("belong to a FILE", "--extras", "extras.json")]
    [InlineData("belong to a FILE", "--logs", "logs.json")]
    [InlineData("A file needs a name", "")]
    [InlineData("A file needs a name", "--json", "")]
    [InlineData("One file cannot be two", "a.json", "--json", "./a.json")]
    [InlineData("--json", "--json")]
    public async Task A_call_that_makes_no_sense_is_explained(string expected, params string[] call)
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync(["study", .. call]);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(expected, answer.Errors);
        Assert.DoesNotContain("   at ", answer.Errors);
    }

    [Theory]
    [InlineData("{}", "holds 0 usable records with errors: too few to study; 1000 are needed.")]
    [InlineData("", "holds 0 usable records with errors")]
    [InlineData("no JSON", "Of 1 that could not be used, the first: ")]
    [InlineData("{\"/a/b\": {\"errors\": {}, \"parameters\": {\"action\": \"acdc\"}}}", "neither the extras nor the workflow's name tell when it was reported")]
    public async Task A_file_that_holds_nothing_to_study_says_so(string text, string expected)
    {
        await using var wr = new CommandLine();
        var file = Made.NewFile();
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        Failed(await wr.CallAsync("study", file), expected);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        await using var wr = new CommandLine();
        var file = Made.NewFile();

        Failed(await wr.CallAsync("study", file), file);
        Failed(await wr.CallAsync("study", Path.GetTempPath()), Path.GetTempPath());
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--report")]
    [InlineData("--searches")]
    public async Task A_place_that_cannot_be_written_is_refused_before_anything_is_read(string option)
    {
        await using var wr = new CommandLine();

        var answer = await wr.CallAsync("study", option, Path.Combine(Made.NewFile("folder"), "out"));

        Failed(answer, "there is no folder");
        Assert.DoesNotContain("simulating", answer.Errors);
    }

    [Fact]
    public async Task A_file_of_searches_that_holds_something_else_is_refused_before_anything_is_read()
    {
        await using var wr = new CommandLine();
        var file = Made.NewFile();
        await File.WriteAllTextAsync(file, "[]", TestContext.Current.CancellationToken);

        var answer = await wr.CallAsync("study", "--searches", file);

        Failed(answer, "does not hold the trials of a study");
        Assert.DoesNotContain("simulating", answer.Errors);
    }

    [Fact]
    public async Task Who_interrupts_it_is_not_kept_waiting()
    {
        await using var wr = new CommandLine();
        using var process = wr.Begin("study", "--only", "8");
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("simulating"))
            Assert.NotEmpty(line);

        await InterruptAsync(process);
        var rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("Interrupted.", rest);
        Assert.DoesNotContain("   at ", rest);
    }

    private static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -INT {process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static void Failed(Answer answer, string expected)
    {
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains(expected, answer.Errors);
        Assert.DoesNotContain("   at ", answer.Errors);
    }
}
