using WorkflowRecovery.Wr.History;

namespace WorkflowRecovery.Wr.Tests.History;

public sealed class HistorySourceTests
{
    [Fact]
    public async Task What_cannot_be_used_is_counted_with_its_reason()
    {
        const string Dated = "/pdmvserv_task_EXO-RunIIFall17wmLHEGS-00911__v1_T_190328_082645_5620";
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """
            {"DATED/a": {"errors": {"good_sites": {"85": {"T2_CH_CERN": 3}}, "bad_sites": {}}, "parameters": {"action": "acdc"}},
             "/nameless/b\u001b[2J": {"errors": {}, "parameters": {"action": "acdc"}},
             "DATED/c": {"errors": {}, "parameters": {"action": "dance"}}}
            """.Replace("DATED", Dated), TestContext.Current.CancellationToken);
        var source = new HistorySource(new HistoryPaths(file, null, null));

        var tasks = await source.ReadAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        File.Delete(file);
        Assert.Equal($"{Dated}/a", Assert.Single(tasks).Event.Task);
        Assert.Equal((3, 2, 1, 0, 1), (source.Tally.Records, source.Tally.SkippedCount, source.Tally.WithoutTime, source.Tally.TimesFromExtras, source.Tally.TimesFromNames));
        Assert.Equal(@"/nameless/b\u001B[2J", source.Tally.Skipped[0].Key);
        Assert.Contains("dance", source.Tally.Skipped[1].Reason);
    }
}
