using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>
/// What else was reported around a task, as it could be known at that moment: what came strictly before, and those tasks
/// of the same workflow that were reported together with it and came first, by time and then by task path (ordinal).
/// Siblings that come after it are not looked at: whoever judges tasks as they arrive has not seen them. Nor are orders.
/// </summary>
public sealed record Surroundings
{
    /// <summary>Reports of the last 6 hours.</summary>
    public required OtherReports SixHours { get; init; }

    /// <summary>Reports of the last 24 hours.</summary>
    public required OtherReports Day { get; init; }

    /// <summary>Reports of the last 7 days.</summary>
    public required OtherReports Week { get; init; }

    /// <summary>The tasks of the workflow that were reported together with this one and came before it.</summary>
    public required Siblings Siblings { get; init; }

    /// <summary>Earlier reports of the family: its rounds, clones and siblings, each workflow counting once per report.</summary>
    public required int EarlierReports { get; init; }

    /// <summary>Time since the last of <see cref="EarlierReports"/>; null when there is none.</summary>
    public required TimeSpan? SinceLast { get; init; }

    /// <summary>
    /// The surroundings of each of many tasks, in the order of the tasks. They do not depend on that order (but for tasks
    /// of one path and time), and a task reported later changes nothing for an earlier one. Takes time in proportion to
    /// the number of cells.
    /// </summary>
    /// <param name="tasks">Tasks of any time; what is not among them is not seen. Their own <see cref="ReportedTask.Around"/> is not looked at.</param>
    public static IReadOnlyList<Surroundings> Of(IReadOnlyList<ReportedTask> tasks) => SurroundingsWalk.Over(tasks);

    /// <summary>
    /// When the report began that each task of a workflow belongs to: tasks up to a minute after the first of a report
    /// are reported together with it. What was before a task is what was before its report began.
    /// </summary>
    /// <param name="times">When the tasks of one workflow were reported, rising.</param>
    public static IEnumerable<DateTimeOffset> ReportsOf(IEnumerable<DateTimeOffset> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        return Walk(times);

        static IEnumerable<DateTimeOffset> Walk(IEnumerable<DateTimeOffset> times)
        {
            DateTimeOffset? begin = null;
            foreach (var time in times)
            {
                if (begin is not { } since || time - since > Together)
                    begin = time;

                yield return begin.Value;
            }
        }
    }

    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);
}

/// <summary>Reports within a time before a task.</summary>
/// <param name="Tasks">Tasks reported.</param>
/// <param name="Workflows">Workflows that they are of.</param>
/// <param name="SameCode">Tasks with any error of the code that this task has most of.</param>
/// <param name="SameCodeAndSite">Those with that code at the site where this task has most of it.</param>
/// <param name="SameCampaign">Tasks of this task's campaign; 0 when the campaign is not known.</param>
/// <param name="SameCampaignAndCode">Those with the code as well.</param>
public sealed record OtherReports(int Tasks, int Workflows, int SameCode, int SameCodeAndSite, int SameCampaign, int SameCampaignAndCode);

/// <summary>The tasks of a workflow that came before another one in the same report.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="WithErrors">How many of them have errors; marks of lost work are not errors.</param>
/// <param name="Errors">Their failed jobs.</param>
/// <param name="WithMemory">How many of them have code 50660 (too much memory): the code that asks for another order.</param>
/// <param name="SameCode">How many of them have the code that this task has most of.</param>
/// <param name="WorkflowShares">Per error category the share of the workflow's errors so far, this task's included; 0 everywhere without errors.</param>
public sealed record Siblings(int Count, int WithErrors, long Errors, int WithMemory, int SameCode, ImmutableArray<double> WorkflowShares)
{
    /// <summary>The code of <see cref="WithMemory"/>.</summary>
    public const int TooMuchMemory = 50660;

    /// <summary>Shares of counts in their sum; zeros when the sum is 0.</summary>
    public static ImmutableArray<double> SharesOf(IReadOnlyCollection<long> counts)
    {
        var sum = counts.Sum();
        return [.. counts.Select(count => sum == 0 ? 0 : (double)count / sum)];
    }
}
