using System.Text.Json;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Simulation.Files;

namespace WorkflowRecovery.Simulation.Tests;

/// <summary>The files, as a reader finds them.</summary>
public sealed class HistoryFilesTests
{
    [Fact]
    public async Task Equal_seeds_give_equal_bytes_and_another_seed_gives_others()
    {
        var first = await FilesOf(seed: 7);
        var again = await FilesOf(seed: 7);
        var other = await FilesOf(seed: 8);

        for (var file = 0; file < first.Length; file++)
        {
            Assert.True(first[file].AsSpan().SequenceEqual(again[file]));
            Assert.False(first[file].AsSpan().SequenceEqual(other[file]));
        }
    }

    [Fact]
    public async Task The_reader_of_recorded_actions_gets_back_what_was_simulated()
    {
        var entries = new List<HistoryEntry>();
        await foreach (var entry in ActionsHistoryReader.ReadAsync(await Written(), TestContext.Current.CancellationToken))
            entries.Add(entry);

        Assert.Equal(Simulated.Tasks.Count, entries.Count);
        Assert.All(Simulated.Tasks.Zip(entries), pair =>
        {
            var record = Assert.IsType<HistoryRecord>(pair.Second.Record);
            Assert.Equal(pair.First.Task, record.Task);
            Assert.Equal(GoodAndBad(pair.First.Matrix), record.Matrix);
            Assert.Equal(pair.First.ParametersGiven, record.ParametersGiven);
            Assert.Equal(pair.First.Action.Sites, record.Action.Sites);
            Assert.Equal(pair.First.Action with { Sites = [] }, record.Action with { Sites = [] });
        });
    }

    [Fact]
    public async Task The_irregularities_of_real_dumps_are_in_the_file()
    {
        using var file = JsonDocument.Parse(await Written());
        var parameters = file.RootElement.EnumerateObject().Select(record => record.Value.GetProperty("parameters")).ToList();

        Assert.Contains(parameters, record => record.EnumerateObject().Count() == 1);
        Assert.Contains(parameters, record => record.TryGetProperty("sites", out var sites) && sites.ValueKind == JsonValueKind.String);
        Assert.Contains(parameters, record => record.TryGetProperty("memory", out var memory) && memory.GetString() == "20gb");
        Assert.Contains(parameters, record => record.TryGetProperty("memory", out var memory) && memory.GetString() == "20000");
        Assert.Contains(parameters, record => record.TryGetProperty("sites", out _) && !record.TryGetProperty("secondary", out _));
        Assert.Contains("T3_US_NERSC\u00a0", SiteNames(file.RootElement));
    }

    [Fact]
    public async Task Extras_and_logs_can_be_read_back()
    {
        var notes = new List<string>();
        var tasks = Simulated.Tasks.Take(500).ToList();
        using var extras = new MemoryStream();
        using var logs = new MemoryStream();
        await HistoryFiles.WriteAsync(tasks, new MemoryStream(), extras, logs, TestContext.Current.CancellationToken);
        (extras.Position, logs.Position) = (0, 0);
        var readExtras = await HistoryExtras.ReadAsync(extras, notes.Add, TestContext.Current.CancellationToken);
        var readLogs = await HistoryLogs.ReadAsync(logs, notes.Add, TestContext.Current.CancellationToken);

        Assert.Empty(notes);
        Assert.All(tasks, task => Assert.Equal(
            new TaskExtras { ReportedAt = task.ReportedAt, Campaign = task.Campaign, TotalJobs = task.TotalJobs, MemoryMb = task.MemoryMb, Cores = task.Cores },
            readExtras[task.Task]));
        Assert.All(tasks, task => Assert.Equal(
            task.Logs.Select(log => new TaskLog(log.Code, log.Site, log.Text)), readLogs[task.Task]));
    }

    [Fact]
    public void Most_cells_have_a_log_but_jobs_that_reached_no_site_have_none()
    {
        var tasks = Simulated.Tasks.Take(5_000).ToList();
        var logs = tasks.SelectMany(task => task.Logs).ToList();
        var cells = tasks.SelectMany(task => task.Matrix.Cells).Count(cell => cell.Code != SiteErrorMatrix.NotReported);

        Assert.InRange((double)logs.Count / cells, 0.8, 0.96);
        Assert.DoesNotContain(logs, log => log.Code is 71104 or 61202 or 99305);
    }

    private static IEnumerable<string> SiteNames(JsonElement records) =>
        from record in records.EnumerateObject()
        from side in record.Value.GetProperty("errors").EnumerateObject()
        from code in side.Value.EnumerateObject()
        from site in code.Value.EnumerateObject()
        select site.Name;

    /// <summary>The format keeps good and bad only.</summary>
    private static SiteErrorMatrix GoodAndBad(SiteErrorMatrix matrix) => SiteErrorMatrix.Of(matrix.Cells.Select(
        cell => cell with { Readiness = cell.Readiness.IsGood() ? Readiness.Green : Readiness.None }));

    private static async Task<MemoryStream> Written()
    {
        var stream = new MemoryStream();
        await HistoryFiles.WriteAsync(Simulated.Tasks, stream, cancellation: TestContext.Current.CancellationToken);
        stream.Position = 0;
        return stream;
    }

    private static async Task<byte[][]> FilesOf(long seed)
    {
        MemoryStream[] files = [new(), new(), new()];
        var records = HistorySimulation.Records(new() { Records = 1_500, Seed = seed });
        await HistoryFiles.WriteAsync(records, files[0], files[1], files[2], TestContext.Current.CancellationToken);
        return [.. files.Select(file => file.ToArray())];
    }
}
