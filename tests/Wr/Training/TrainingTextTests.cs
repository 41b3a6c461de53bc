using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Wr.Training;

namespace WorkflowRecovery.Wr.Tests.Training;

public sealed class TrainingTextTests
{
    [Theory]
    [InlineData(200, 1)]
    [InlineData(0, 0)]
    public void What_could_be_decided_is_told_of_workflows_and_not_of_the_tasks_that_older_reports_counted(int workflows, int lines)
    {
        var decided = new DecidedReport(0, workflows, [new(0.95, new(0.5, 0.4, 0.6, 200), Threshold: null, ShareAtThreshold: 0, Agreed: null)], []);
        var report = new TrainingReport(10, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Promoted: false, State: null, Reason: "a test", [], Plans: null, decided);

        var told = TrainingText.Lines(new(Guid.NewGuid(), 1, report));

        Assert.Equal(lines, told.Count(line => line.Contains("later workflows", StringComparison.Ordinal)));
    }
}
