using WorkflowRecovery.Domain.History;

namespace WorkflowRecovery.Domain.Tests.History;

public class SideFilesTests
{
    private readonly List<string> _notes = [];

    [Fact]
    public async Task Extras_are_read_by_task()
    {
        var extras = await ExtrasAsync("""{"/a/t":{"reportedAt":"2017-05-06T23:08:38Z","campaign":"RunIIFall17","totalJobs":1110,"memoryMb":2300,"cores":"8"},"/b/t":{}}""");
        Assert.Equal(
            new TaskExtras
            {
                ReportedAt = new(2017, 5, 6, 23, 8, 38, TimeSpan.Zero), Campaign = "RunIIFall17", TotalJobs = 1110, MemoryMb = 2300, Cores = 8,
            },
            extras["/a/t"]);
        Assert.Equal(new TaskExtras(), extras["/b/t"]);
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData("reportedAt", "\"yesterday\"")]
    [InlineData("totalJobs", "-1")]
    [InlineData("totalJobs", "1.5")]
    [InlineData("memoryMb", "\"lots\"")]
    [InlineData("cores", "0")]
    public async Task An_extra_that_cannot_be_read_is_left_out_with_a_note(string name, string value)
    {
        var extras = await ExtrasAsync($$$"""{"/a/t":{"{{{name}}}":{{{value}}},"campaign":"C"}}""");
        Assert.Equal(new TaskExtras { Campaign = "C" }, extras["/a/t"]);
        Assert.Contains(name, Assert.Single(_notes));
    }

    [Fact]
    public async Task A_time_with_an_offset_is_the_same_moment_in_UTC()
    {
        var extras = await ExtrasAsync("""{"/a/t":{"reportedAt":"2017-05-06T23:00:00+02:00"},"/b/t":{"reportedAt":"2017-05-06 21:00:00"}}""");
        Assert.Equal(new DateTimeOffset(2017, 5, 6, 21, 0, 0, TimeSpan.Zero), extras["/a/t"].ReportedAt);
        Assert.Equal(TimeSpan.Zero, extras["/a/t"].ReportedAt!.Value.Offset);
        Assert.Equal(extras["/a/t"].ReportedAt, extras["/b/t"].ReportedAt);
    }

    [Fact]
    public async Task Bad_entries_of_the_extras_leave_the_others_whole()
    {
        var extras = await ExtrasAsync("""{"/a/t":7,"/b/t":{"cores":1},"/b/t":{"cores":2},"/c/t":{"cores":3},"/d/t":""");
        Assert.Equal([1, 3], extras.Values.Select(extra => extra.Cores));
        Assert.Equal(3, _notes.Count);
        Assert.Contains("at byte", _notes[^1]);
    }

    [Fact]
    public async Task Logs_are_read_by_task()
    {
        var logs = await LogsAsync("""{"/a/t":[[139,"T2_US_UCSD\u00a0","fatal signal"],["85","T2_CH_CERN","read error"]],"/b/t":[]}""");
        Assert.Equal([new(139, "T2_US_UCSD", "fatal signal"), new(85, "T2_CH_CERN", "read error")], logs["/a/t"]);
        Assert.Empty(logs["/b/t"]);
        Assert.Empty(_notes);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[139,\"T2_US_UCSD\"]")]
    [InlineData("[139,\"T2_US_UCSD\",null]")]
    [InlineData("[\"x\",\"T2_US_UCSD\",\"text\"]")]
    [InlineData("[139,\"T2_US_UCSD\",[\"text\"]]")]
    [InlineData("{\"code\":139}")]
    public async Task A_row_of_another_shape_is_left_out_with_a_note(string row)
    {
        var logs = await LogsAsync($$"""{"/a/t":[{{row}},[85,"T2_CH_CERN","read error"]]}""");
        Assert.Equal([new TaskLog(85, "T2_CH_CERN", "read error")], logs["/a/t"]);
        Assert.Single(_notes);
    }

    [Fact]
    public async Task Logs_that_are_not_a_list_are_left_out_with_a_note()
    {
        var logs = await LogsAsync("""{"/a/t":{"139":"text"},"/b/t":[]}""");
        Assert.Equal(["/b/t"], logs.Keys);
        Assert.Contains("/a/t", Assert.Single(_notes));
    }

    private Task<IReadOnlyDictionary<string, TaskExtras>> ExtrasAsync(string json) =>
        HistoryExtras.ReadAsync(Files.Of(json), _notes.Add, TestContext.Current.CancellationToken);

    private Task<IReadOnlyDictionary<string, IReadOnlyList<TaskLog>>> LogsAsync(string json) =>
        HistoryLogs.ReadAsync(Files.Of(json), _notes.Add, TestContext.Current.CancellationToken);
}
