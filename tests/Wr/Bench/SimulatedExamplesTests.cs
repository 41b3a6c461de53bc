using WorkflowRecovery.Wr.Bench;

namespace WorkflowRecovery.Wr.Tests.Bench;

public sealed class SimulatedExamplesTests
{
    [Fact]
    public void Simulated_records_are_examples_with_errors_and_with_what_was_reported_around_them()
    {
        var tasks = SimulatedExamples.Of(500);

        Assert.InRange(tasks.Count, 400, 500);
        Assert.All(tasks, task => Assert.NotEmpty(task.Report.Matrix.Cells));
        Assert.Contains(tasks, task => task.Report.Around!.Week.Tasks > 0);
        Assert.Contains(tasks, task => task.Weight < 1);
    }
}
