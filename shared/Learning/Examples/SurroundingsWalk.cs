using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>Walks through reports in the order of time, with the windows of time behind.</summary>
internal static class SurroundingsWalk
{
    public static Surroundings[] Over(IReadOnlyList<ReportedTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var reports = WorkflowReport.Of(tasks);
        TaskInReport[] inTime = [.. reports.SelectMany(report => report.Tasks).OrderBy(task => task.ReportedAt)];
        var windows = new[] { TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(7) }.Select(length => new ReportWindow(inTime, length)).ToArray();
        var families = new Dictionary<string, (int Reports, DateTimeOffset Last)>();
        var around = new Surroundings[tasks.Count];
        for (var at = 0; at < reports.Count;)
        {
            // Reports of one moment do not see each other: all of them are looked at before any is remembered.
            var end = at;
            for (; end < reports.Count && reports[end].At == reports[at].At; end++)
                Look(reports[end], windows, families, around);

            for (; at < end; at++)
                Remember(reports[at], families);
        }

        return around;
    }

    private static void Look(
        WorkflowReport report, ReportWindow[] windows, Dictionary<string, (int Reports, DateTimeOffset Last)> families, Surroundings[] around)
    {
        foreach (var window in windows)
            window.MoveTo(report.At);

        var earlier = families.GetValueOrDefault(report.Family);
        var siblings = new EarlierSiblings();
        foreach (var task in report.Tasks)
        {
            around[task.Index] = new()
            {
                SixHours = windows[0].Around(task),
                Day = windows[1].Around(task),
                Week = windows[2].Around(task),
                Siblings = siblings.Next(task.Errors),
                EarlierReports = earlier.Reports,
                SinceLast = earlier.Reports == 0 ? null : report.At - earlier.Last,
            };
        }
    }

    private static void Remember(WorkflowReport report, Dictionary<string, (int Reports, DateTimeOffset Last)> families) =>
        families[report.Family] = (families.GetValueOrDefault(report.Family).Reports + 1, report.At);
}
