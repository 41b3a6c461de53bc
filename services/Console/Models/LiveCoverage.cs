namespace WorkflowRecovery.Console.Models;

/// <summary>How often what operators ordered had not been ruled out by a set: workflows, of which one is covered if all its tasks are.</summary>
public sealed record LiveCoverage(
    Guid RunId, int? Version, bool Prompted, long Workflows, long ActionsCovered, long PlansCovered, long OnePlan, long OnePlanRight)
{
    /// <summary>How the set is named.</summary>
    public string Name => KnownSet.NameOf(RunId, Version);

    /// <summary>Share of the workflows whose actions were covered.</summary>
    public double Actions => (double)ActionsCovered / Workflows;

    /// <summary>Share of the workflows whose whole plans were covered.</summary>
    public double Plans => (double)PlansCovered / Workflows;

    /// <summary>Share of the workflows with just one plan for each task that was the one ordered; null without any.</summary>
    public double? Right => OnePlan == 0 ? null : (double)OnePlanRight / OnePlan;
}
