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
        meter.CreateObservableGauge("workflow_recovery.answers.measured", () => Show(Answers),
            "{answer}", "Answered recommendations that the other measures are about, the newest ones, by whether operators had been shown them");
        meter.CreateObservableGauge("workflow_recovery.answers.calibration_error", () => Show(CalibrationError),
            "1", "Expected calibration error of the confidence on answered recommendations, by whether operators had been shown them");
        meter.CreateObservableGauge("workflow_recovery.answers.covered_workflows", () => Show(Workflows),
            "{workflow}", "Workflows that operators answered and the active set had judged, by whether they had been shown what was recommended");
        meter.CreateObservableGauge("workflow_recovery.answers.coverage", () => Show(Coverage),
            "1", "Share of those workflows of which all actions, or all whole plans, were among what had not been ruled out");
        meter.CreateObservableGauge("workflow_recovery.answers.agreement", () => Show(ByAction),
            "1", "Share of answers with the recommended action, by that action");
    }

    public void Show(ConfidenceReport? report) => Volatile.Write(ref _report, report);

    private static IEnumerable<Measurement<double>> ByAction(ConfidenceReport report) =>
        report.Agreement.Select(action => new Measurement<double>(action.Value, new KeyValuePair<string, object?>("action", action.Key)));

    private static IEnumerable<Measurement<int>> Answers(ConfidenceReport report) =>
        report.Answers.Select(answers => new Measurement<int>(answers.Value, Prompted(answers.Key)));

    private static IEnumerable<Measurement<long>> Workflows(ConfidenceReport report) =>
        report.Coverage.Select(covered => new Measurement<long>(covered.Workflows, Prompted(covered.Prompted)));

    private static IEnumerable<Measurement<double>> CalibrationError(ConfidenceReport report) =>
        report.CalibrationError.Select(error => new Measurement<double>(error.Value, Prompted(error.Key)));

    private static IEnumerable<Measurement<double>> Coverage(ConfidenceReport report) => report.Coverage.SelectMany(covered => new Measurement<double>[]
    {
        new((double)covered.ActionsCovered / covered.Workflows, Prompted(covered.Prompted), new("of", "action")),
        new((double)covered.PlansCovered / covered.Workflows, Prompted(covered.Prompted), new("of", "plan")),
    });

    private static KeyValuePair<string, object?> Prompted(bool prompted) => new("prompted", prompted ? "yes" : "no");

    private IEnumerable<Measurement<T>> Show<T>(Func<ConfidenceReport, IEnumerable<Measurement<T>>> measure) where T : struct =>
        Volatile.Read(ref _report) is { } report ? measure(report) : [];
}
