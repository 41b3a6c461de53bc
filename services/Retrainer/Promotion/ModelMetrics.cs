using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>How a model did, as it is kept beside it.</summary>
/// <param name="Approach">How it was learned.</param>
/// <param name="View">What it looks through.</param>
/// <param name="Temperature">How far its evidence is believed.</param>
/// <param name="LogLoss">On the honest split, by time and workflow, in nats.</param>
/// <param name="ConstantLogLoss">That of the constant answer.</param>
/// <param name="Splits">Per split what its twin did on the part that it had not seen.</param>
/// <param name="Candidates">All that competed with it.</param>
/// <param name="Curves">The curves on the honest split.</param>
internal sealed record ModelMetrics(
    string Approach,
    string View,
    double Temperature,
    double LogLoss,
    double ConstantLogLoss,
    IReadOnlyDictionary<string, TargetMetrics> Splits,
    IReadOnlyList<CandidateResult> Candidates,
    ModelCurves? Curves)
{
    public static ModelMetrics Of(TrainedModel model, IReadOnlyList<CandidateResult> candidates) => new(
        model.Approach,
        model.View.Name,
        model.Final.Calibration.Temperature,
        model.Metrics.LogLoss,
        model.Metrics.ConstantLogLoss,
        model.OtherSplits.Prepend(new(Learning.Evaluation.Splits.ByTimeAndWorkflow, model.Metrics)).ToDictionary(),
        candidates,
        model.Curves);
}

/// <summary>How the plans of a set did on later tasks, as it is kept beside what is known of their confidence.</summary>
/// <param name="LogLoss">Of action x memory bin, in nats.</param>
/// <param name="ConstantLogLoss">That of the constant answer.</param>
/// <param name="Plans">The plans.</param>
/// <param name="Check">The bounds, on tasks later than those they come from.</param>
/// <param name="Decided">How much could be decided without an operator.</param>
internal sealed record PlanMetrics(double LogLoss, double ConstantLogLoss, PlanEvaluation Plans, ConfidenceCheck? Check, DecidedReport? Decided);
