using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.Scores;

namespace WorkflowRecovery.Wr.Tests.Replay;

public sealed class ReplayReportTests
{
    private static readonly ScoreSheet Scores = new(10, 1, 0.9, 0.8, 0.1234, 0.5);

    [Fact]
    public void Numbers_of_tasks_that_were_learned_from_are_called_flattering()
    {
        var report = ReplayReport.Of(12, 2, 7, Scores);

        Assert.False(report.Honest);
        Assert.Contains(report.Lines(), line => line.Contains("flatter") && line.Contains('7'));
    }

    [Fact]
    public void Numbers_stand_beside_the_constant_answers()
    {
        var text = string.Join('\n', ReplayReport.Of(10, 0, 0, Scores).Lines());

        Assert.Contains("abstained from 1 of them", text);
        Assert.Contains("on the other 9: 0.900; always answering a plain ACDC, on the same: 0.800", text);
        Assert.Contains("0.1234; base rates of the recorded orders: 0.5000", text);
        Assert.DoesNotContain("flatter", text);
    }
}
