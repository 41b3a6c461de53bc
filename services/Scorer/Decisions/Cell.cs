using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Learning.Plans;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>The kind of case that operators' answers are counted under: plan x dominant category x tier.</summary>
internal static class Cell
{
    public static string Of(Plan plan, Dominant dominant) =>
        $"{plan.Action.ToName()} memory={plan.Memory} splitting={plan.Splitting} xrootd={(plan.Xrootd ? "on" : "off")}"
        + $"{(plan.Secondary ? " secondary=on" : "")}{(plan.CoresChanged ? " cores=changed" : "")}"
        + $"|{dominant.Category?.ToName() ?? "none"}|{dominant.Tier?.ToString() ?? "none"}";
}
