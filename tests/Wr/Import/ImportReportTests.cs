using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Import;

namespace WorkflowRecovery.Wr.Tests.Import;

public sealed class ImportReportTests
{
    [Fact]
    public void The_report_says_what_is_new_what_was_known_and_where_times_come_from()
    {
        var tally = new HistoryTally();
        for (var record = 0; record < 5; record++)
            tally.Read();
        tally.Timed("extras");
        tally.Timed("extras");
        tally.Timed("name");
        tally.Untimed("/w/t");
        tally.Skip("", "the file breaks at byte 7");

        var report = ImportReport.Of(tally, new ImportResult(3, 1), TimeSpan.FromSeconds(1.234));
        var text = string.Join('\n', report.Lines());

        Assert.Equal((5, 1L, 2L, 2, 2, 1, 1), (report.Records, report.Stored, report.AlreadyKnown, report.SkippedCount, report.TimesFromExtras, report.TimesFromNames, report.WithoutTime));
        Assert.Contains("5 records read in 1.2 s: 1 stored, 2 already known, 2 skipped.", text);
        Assert.Contains("2 from the extras, 1 from the workflow's name, 1 records without any", text);
        Assert.Contains("skipped (rest of the file): the file breaks at byte 7", text);
    }

    [Fact]
    public void A_long_list_of_skipped_records_is_cut_and_its_count_is_not()
    {
        var tally = new HistoryTally();
        for (var record = 0; record < 150; record++)
            tally.Skip($"/w/{record}", "why");

        var report = ImportReport.Of(tally, new ImportResult(0, 0), TimeSpan.Zero);

        Assert.Equal((150, 100), (report.SkippedCount, report.Skipped.Count));
        Assert.Contains("… and 50 more", string.Join('\n', report.Lines()));
    }
}
