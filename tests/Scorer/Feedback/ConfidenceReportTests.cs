using System.Diagnostics.Metrics;
using WorkflowRecovery.Scorer.Feedback;

namespace WorkflowRecovery.Scorer.Tests.Feedback;

public sealed class ConfidenceReportTests
{
    [Fact]
    public void Confidence_that_comes_true_has_no_calibration_error_and_one_that_does_not_has_the_difference()
    {
        var kept = Enumerable.Range(0, 10).Select(at => Answer(0.8, agreed: at < 8)).ToList();
        var broken = Enumerable.Range(0, 10).Select(at => Answer(0.8, agreed: at < 5)).ToList();

        Assert.Equal(0, ConfidenceReport.Of(kept, [])!.CalibrationError[false], 9);
        Assert.Equal(0.3, ConfidenceReport.Of(broken, [])!.CalibrationError[false], 9);
    }

    [Fact]
    public void Who_was_shown_the_recommendation_is_told_apart()
    {
        var report = ConfidenceReport.Of([Answer(0.8, agreed: false), Answer(0.8, agreed: true) with { Prompted = true }], [])!;

        Assert.Equal(new Dictionary<bool, int> { [false] = 1, [true] = 1 }, report.Answers);
        Assert.Equal((0.8, 0.2), (report.CalibrationError[false], Math.Round(report.CalibrationError[true], 9)));
    }

    [Fact]
    public void Agreement_is_counted_by_what_was_recommended()
    {
        var report = ConfidenceReport.Of([Answer(0.9, true), Answer(0.9, false), Answer(0.9, true, "clone")], [])!;

        Assert.Equal(new Dictionary<string, double> { ["acdc"] = 0.5, ["clone"] = 1 }, report.Agreement);
    }

    [Fact]
    public void The_instruments_show_the_newest_report_and_nothing_before_there_is_one()
    {
        using var meter = new Meter("test");
        using var listener = new MeterListener();
        var seen = new Dictionary<string, double>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter == meter)
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen[$"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}".TrimEnd()] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen[$"{instrument.Name} {tags[0].Value}"] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen[$"{instrument.Name} {tags[0].Value}"] = value);
        var metrics = new ConfidenceMetrics(meter);
        listener.Start();
        listener.RecordObservableInstruments();
        Assert.Empty(seen);

        metrics.Show(new(new Dictionary<bool, int> { [false] = 8, [true] = 12 }, new Dictionary<bool, double> { [false] = 0.1, [true] = 0.05 }, [new(Prompted: false, 10, 9, 8), new(Prompted: true, 4, 4, 3)], new Dictionary<string, double> { ["acdc"] = 0.8 }));
        listener.RecordObservableInstruments();

        Assert.Equal(
            new Dictionary<string, double>
            {
                ["workflow_recovery.answers.measured no"] = 8,
                ["workflow_recovery.answers.measured yes"] = 12,
                ["workflow_recovery.answers.calibration_error no"] = 0.1,
                ["workflow_recovery.answers.calibration_error yes"] = 0.05,
                ["workflow_recovery.answers.covered_workflows no"] = 10,
                ["workflow_recovery.answers.covered_workflows yes"] = 4,
                ["workflow_recovery.answers.coverage no action"] = 0.9,
                ["workflow_recovery.answers.coverage no plan"] = 0.8,
                ["workflow_recovery.answers.coverage yes action"] = 1,
                ["workflow_recovery.answers.coverage yes plan"] = 0.75,
                ["workflow_recovery.answers.agreement acdc"] = 0.8,
            },
            seen);
    }

    private static MeasuredAnswer Answer(double confidence, bool agreed, string action = "acdc") =>
        new(action, confidence, agreed, agreed, Prompted: false);
}
