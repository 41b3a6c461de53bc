using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>
/// What else was reported around a task, as it could be known at that moment: what came strictly before, and the tasks
/// of the same workflow that were reported together with it. Orders are never looked at.
/// </summary>
public sealed record Surroundings
{
    /// <summary>Reports of the last 6 hours.</summary>
    public required OtherReports SixHours { get; init; }

    /// <summary>Reports of the last 24 hours.</summary>
    public required OtherReports Day { get; init; }

    /// <summary>Reports of the last 7 days.</summary>
    public required OtherReports Week { get; init; }

    /// <summary>The other tasks of the workflow that were reported together with this one.</summary>
    public required Siblings Siblings { get; init; }

    /// <summary>Earlier reports of the family: its rounds, clones and siblings, each workflow counting once per report.</summary>
    public required int EarlierReports { get; init; }

    /// <summary>Time since the last of <see cref="EarlierReports"/>; null when there is none.</summary>
    public required TimeSpan? SinceLast { get; init; }

    /// <summary>
    /// The surroundings of each of many tasks, in the order of the tasks. They do not depend on that order, and a task
    /// reported later changes nothing for an earlier one, unless it is of the same workflow within
    /// <see cref="Together"/> of the first. Takes time in proportion to the number of cells.
    /// </summary>
    /// <param name="tasks">Tasks of any time; what is not among them is not seen. Their own <see cref="ReportedTask.Around"/> is not looked at.</param>
    public static IReadOnlyList<Surroundings> Of(IReadOnlyList<ReportedTask> tasks) => SurroundingsWalk.Over(tasks);

    /// <summary>Tasks of one workflow this long after its first one are still reported together with it: one minute.</summary>
    public static TimeSpan Together { get; } = TimeSpan.FromMinutes(1);
}

/// <summary>Reports within a time before a task.</summary>
/// <param name="Tasks">Tasks reported.</param>
/// <param name="Workflows">Reports of workflows: one that is reported twice counts twice.</param>
/// <param name="SameCode">Tasks with any error of the code that this task has most of.</param>
/// <param name="SameCodeAndSite">Those with that code at the site where this task has most of it.</param>
/// <param name="SameCampaign">Tasks of this task's campaign; 0 when the campaign is not known.</param>
/// <param name="SameCampaignAndCode">Those with the code as well.</param>
public sealed record OtherReports(int Tasks, int Workflows, int SameCode, int SameCodeAndSite, int SameCampaign, int SameCampaignAndCode);

/// <summary>The other tasks of a workflow in the same report.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="WithErrors">How many of them have errors; marks of lost work are not errors.</param>
/// <param name="Errors">Their failed jobs.</param>
/// <param name="WithMemory">How many of them have code 50660 (too much memory): the code that asks for another order.</param>
/// <param name="SameCode">How many of them have the code that this task has most of.</param>
/// <param name="WorkflowShares">Per error category the share of the whole workflow's errors, this task's included; 0 everywhere without errors.</param>
public sealed record Siblings(int Count, int WithErrors, long Errors, int WithMemory, int SameCode, ImmutableArray<double> WorkflowShares);
