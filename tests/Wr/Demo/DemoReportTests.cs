using System.Text.Json;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Wr.Demo;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Scores;
using WorkflowRecovery.Wr.Training;

namespace WorkflowRecovery.Wr.Tests.Demo;

public sealed class DemoReportTests
{
    private static readonly TrainingOutcome Trained = new(Guid.Empty, 11.5, new TrainingReport(
        100, null, null, true, "active", "better", [], new PlanEvaluation(0.7, 0.97, 0.2, 0.3, 50, 0.81, 0.02)));

    [Fact]
    public void The_last_line_holds_exactly_the_names_that_programs_read()
    {
        var report = DemoReport.Of(27_000, TimeSpan.FromSeconds(9.876), Trained, new LiveTally(), 0, new ScoreSheet(2, 0, 0.5, 0.4, 0.1, 0.2));

        var line = JsonSerializer.Serialize(report, JsonSerializerOptions.Web);

        Assert.Equal(
            ["records", "assistanceEvents", "recommendations", "lost", "duplicates", "rejected", "p50Ms", "p99Ms", "importSeconds", "trainSeconds",
             "redelivered", "abstained", "agreement", "constantAnswer", "logLoss", "constantLogLoss", "plainAuroc", "memoryAuroc"],
            JsonSerializer.Deserialize<JsonElement>(line).EnumerateObject().Select(member => member.Name));
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void The_area_for_plain_orders_is_the_published_networks_reading()
    {
        var report = DemoReport.Of(1, TimeSpan.Zero, Trained, new LiveTally(), 0, new ScoreSheet(0, 0, 0, 0, null, null));

        Assert.Equal((0.81, 0.97), (report.PlainAuroc, report.MemoryAuroc));
        Assert.Contains(report.Lines(), line => line.Contains("as the published networks count them, 0.810"));
    }

    [Fact]
    public void A_refused_message_is_not_good()
    {
        var report = DemoReport.Of(1, TimeSpan.Zero, Trained, new LiveTally(), 1, new ScoreSheet(0, 0, 0, 0, null, null));

        Assert.False(report.IsGood);
    }
}
