namespace WorkflowRecovery.Contracts.Inside;

/// <summary>
/// What else was reported around a task, as the featurizer knew it when it made the matrix; models look at it as they
/// look at the matrix. It may depend on the order in which events arrived, which the matrix does not.
/// </summary>
public sealed record ReportedAround
{
    /// <summary>Reports of the last 6 hours.</summary>
    public required ReportsBefore SixHours { get; init; }

    /// <summary>Reports of the last 24 hours.</summary>
    public required ReportsBefore Day { get; init; }

    /// <summary>Reports of the last 7 days.</summary>
    public required ReportsBefore Week { get; init; }

    /// <summary>The tasks of the workflow that were reported together with this one and came before it.</summary>
    public required SiblingsBefore Siblings { get; init; }

    /// <summary>Earlier reports of the family.</summary>
    public required int EarlierReports { get; init; }

    /// <summary>Time since the last of them; null when there is none.</summary>
    public TimeSpan? SinceLast { get; init; }
}

/// <summary>Reports within a time before a task.</summary>
/// <param name="Tasks">Tasks reported.</param>
/// <param name="Workflows">Reports of workflows.</param>
/// <param name="SameCode">Tasks with any error of the code that this task has most of.</param>
/// <param name="SameCodeAndSite">Those with that code at the site where this task has most of it.</param>
/// <param name="SameCampaign">Tasks of this task's campaign.</param>
/// <param name="SameCampaignAndCode">Those with the code as well.</param>
public sealed record ReportsBefore(int Tasks, int Workflows, int SameCode, int SameCodeAndSite, int SameCampaign, int SameCampaignAndCode);

/// <summary>Tasks of a workflow that came before another one of the same report.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="WithErrors">How many of them have errors; marks of lost work are not errors.</param>
/// <param name="Errors">Their failed jobs.</param>
/// <param name="WithMemory">How many of them have code 50660.</param>
/// <param name="SameCode">How many of them have the code that this task has most of.</param>
/// <param name="WorkflowShares">Per error category the share of the errors so far, this task's included; 0 everywhere without errors.</param>
public sealed record SiblingsBefore(int Count, int WithErrors, long Errors, int WithMemory, int SameCode, IReadOnlyList<double> WorkflowShares);
