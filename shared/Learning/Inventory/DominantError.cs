using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Inventory;

/// <summary>The category of the error that most jobs of a task failed with.</summary>
public static class DominantError
{
    /// <summary>The name of a side without errors.</summary>
    public const string None = "none";

    /// <summary>Names in order: the five categories, then <see cref="None"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ErrorCategoryNames.All, None];

    /// <summary>
    /// The category (see <see cref="Names"/>) of the code with most failed jobs, at all sites or at one side only; of equal
    /// ones the lower code. Marks of lost work (code -1) do not count.
    /// </summary>
    /// <param name="matrix">The errors.</param>
    /// <param name="good">True: at good sites; false: at bad sites; null: everywhere.</param>
    public static string Of(SiteErrorMatrix matrix, bool? good = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return MainErrors.CodeOf(matrix, cell => good is null || cell.Readiness.IsGood() == good) is { } main
            ? ErrorCatalogue.CategoryOf(main.Code).ToName()
            : None;
    }

    /// <summary>Tasks by the dominant error at good sites (rows) and at bad sites (columns), in the order of <see cref="Names"/>.</summary>
    public static int[][] GoodAgainstBad(IEnumerable<RecordedTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var counts = Names.Select(_ => new int[Names.Count]).ToArray();
        foreach (var task in tasks)
            counts[IndexOf(Of(task.Report.Matrix, good: true))][IndexOf(Of(task.Report.Matrix, good: false))]++;

        return counts;
    }

    /// <summary>Shares of the dominant errors among the tasks of each group, in the order of <see cref="Names"/>; groups in order of their names.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="groupOf">The group of a task; tasks of no group (null) are left out.</param>
    public static IReadOnlyList<(string Group, int Tasks, double[] Shares)> By(IEnumerable<RecordedTask> tasks, Func<RecordedTask, string?> groupOf) =>
        [.. tasks
            .Where(task => groupOf(task) is not null)
            .GroupBy(task => groupOf(task)!)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Count(), SharesOf([.. group])))];

    private static double[] SharesOf(IReadOnlyCollection<RecordedTask> tasks)
    {
        var counts = tasks.CountBy(task => Of(task.Report.Matrix)).ToDictionary();
        return [.. Names.Select(name => (double)counts.GetValueOrDefault(name) / tasks.Count)];
    }

    private static int IndexOf(string name) => Names.Index().First(item => item.Item == name).Index;
}
