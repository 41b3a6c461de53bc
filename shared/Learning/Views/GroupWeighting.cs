namespace WorkflowRecovery.Learning.Views;

/// <summary>What the codes of one group add up to in a <see cref="GroupedView"/>.</summary>
public enum GroupWeighting
{
    /// <summary>ln(1 + all failed jobs): the largest code decides.</summary>
    Sum = 0,

    /// <summary>The sum of ln(1 + failed jobs) of each code at each site: many small failures weigh more than one large.</summary>
    Logs = 1,

    /// <summary>The share of all errors of the task, 0 to 1; marks of lost work as a share of all marks.</summary>
    Share = 2,

    /// <summary>ln(1 + number of sites with any of the codes).</summary>
    Sites = 3,
}
