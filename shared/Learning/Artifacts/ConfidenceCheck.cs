using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>
/// What bounds did on workflows that are later than those they come from. A workflow is covered when all its tasks are. The
/// models that said so are the tested ones; those in use have learned from these tasks too, so that for them it is evidence, not proof.
/// </summary>
/// <param name="Workflows">Those workflows; of their tasks those count whose order said all that it could.</param>
/// <param name="ActionCoverage">Share of workflows whose actions were in the sets.</param>
/// <param name="PlanCoverage">Share of workflows whose whole plans were in the sets.</param>
/// <param name="OnePlan">Share of workflows whose sets were one plan each: those that could be decided.</param>
/// <param name="OnePlanRight">Share of these whose plans were ordered; null when there are none.</param>
public sealed record ConfidenceCheck(int Workflows, double ActionCoverage, double PlanCoverage, double OnePlan, double? OnePlanRight)
{
    /// <summary>
    /// Whether surely fewer than twice as many were missed as were meant to be: the lower ends of the 95 % intervals of both
    /// coverages are above 1 - 2 alpha. Few workflows do not show that, whatever they are.
    /// </summary>
    /// <param name="actionAlpha">Share of workflows whose action may be missed.</param>
    /// <param name="planAlpha">Share of workflows whose plan may be missed.</param>
    public bool Holds(double actionAlpha, double planAlpha) =>
        WilsonScore.LowerEnd(Workflows, ActionCoverage) > 1 - (2 * actionAlpha)
        && WilsonScore.LowerEnd(Workflows, PlanCoverage) > 1 - (2 * planAlpha);
}
