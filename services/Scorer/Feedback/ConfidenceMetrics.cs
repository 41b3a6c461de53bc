using System.Diagnostics.Metrics;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>The instruments that show the newest report; they show nothing before there is one.</summary>
internal sealed class ConfidenceMetrics
{
    private ConfidenceReport? _report;

    public ConfidenceMetrics() : this(RecoveryTelemetry.Meter)
    {
    }

    internal ConfidenceMetrics(Meter meter)
    {
        meter.CreateObservableGauge("workflow_recovery.answers.measured", () => Show<int>(report => [new(report.Answers)]),
            "{answer}", "Answered recommendations that the other measures are about, the newest ones");
        meter.CreateObservableGauge("workflow_recovery.answers.calibration_error", () => Show<double>(report => [new(report.CalibrationError)]),
            "1", "Expected calibration error of the confidence on answered recommendations");
        meter.CreateObservableGauge("workflow_recovery.answers.coverage", () => Show<double>(report => [new(report.Coverage)]),
            "1", "Share of answers within the smallest set of plans that holds 95 % of the probability");
        meter.CreateObservableGauge("workflow_recovery.answers.agreement", () => Show(ByAction),
            "1", "Share of answers with the recommended action, by that action");
    }

    public void Show(ConfidenceReport? report) => Volatile.Write(ref _report, report);

    private static IEnumerable<Measurement<double>> ByAction(ConfidenceReport report) =>
        report.Agreement.Select(action => new Measurement<double>(action.Value, new KeyValuePair<string, object?>("action", action.Key)));

    private IEnumerable<Measurement<T>> Show<T>(Func<ConfidenceReport, IEnumerable<Measurement<T>>> measure) where T : struct =>
        Volatile.Read(ref _report) is { } report ? measure(report) : [];
}
