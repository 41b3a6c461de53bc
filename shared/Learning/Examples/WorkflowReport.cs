using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>The tasks of one workflow that were reported together.</summary>
internal sealed record WorkflowReport(string Family, DateTimeOffset At, IReadOnlyList<TaskInReport> Tasks)
{
    /// <summary>All reports in the order of time.</summary>
    public static List<WorkflowReport> Of(IReadOnlyList<ReportedTask> tasks)
    {
        var reports = new List<WorkflowReport>();
        foreach (var workflow in tasks.Index().GroupBy(task => task.Item.Workflow))
        {
            var name = WorkflowName.Parse(workflow.Key);
            var rest = workflow.OrderBy(task => task.Item.ReportedAt).Select(task => new TaskInReport(task.Index, task.Item, name)).ToList();
            for (var at = 0; at < rest.Count;)
            {
                var first = rest[at].ReportedAt;
                var together = rest.Skip(at).TakeWhile(task => task.ReportedAt - first <= Surroundings.Together).ToList();
                reports.Add(new(name.Family, first, together));
                at += together.Count;
            }
        }

        reports.Sort((one, other) => one.At.CompareTo(other.At));
        return reports;
    }
}

/// <summary>One task of a report, with what is compared between tasks.</summary>
internal sealed class TaskInReport
{
    public TaskInReport(int index, ReportedTask task, WorkflowName name)
    {
        (Index, Campaign, ReportedAt, Matrix) = (index, task.Campaign ?? name.Campaign, task.ReportedAt, task.Matrix);
        if (MainErrors.CodeOf(task.Matrix, _ => true) is { } main)
            (MainCode, MainSite) = (main.Code, MainErrors.SiteOf(task.Matrix, main.Code));
    }

    /// <summary>Place among the tasks asked about.</summary>
    public int Index { get; }

    public string? Campaign { get; }

    public DateTimeOffset ReportedAt { get; }

    public SiteErrorMatrix Matrix { get; }

    /// <summary>The code with most errors; null without errors.</summary>
    public int? MainCode { get; }

    /// <summary>The site with most of <see cref="MainCode"/>.</summary>
    public string MainSite { get; } = "";

    /// <summary>Its cells that are errors, each (code, site) once.</summary>
    public IEnumerable<(int Code, string Site)> Errors
    {
        get
        {
            var before = (Code: SiteErrorMatrix.NotReported, Site: "");
            foreach (var cell in Matrix.Cells)
            {
                var error = (cell.Code, cell.Site);
                if (cell.Code != SiteErrorMatrix.NotReported && error != before)
                    yield return error;

                before = error;
            }
        }
    }
}
