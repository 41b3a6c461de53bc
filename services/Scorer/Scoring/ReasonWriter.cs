using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Models;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>The columns that spoke most for the plan, as they are published.</summary>
internal static class ReasonWriter
{
    public static IReadOnlyList<Reason> Write(ModelSet models, ReportedTask task, Plan plan) =>
        [.. PlanReasons.Of(models.Models, task, plan).Select(reason => new Reason
        {
            Feature = reason.Contribution.Column,
            Contribution = Math.Round(reason.Contribution.Amount, 4),
            Text = reason.Text,
        })];
}
