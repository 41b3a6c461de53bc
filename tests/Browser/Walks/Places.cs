using Microsoft.Playwright;
using WorkflowRecovery.Browser.Tests.Hosting;

namespace WorkflowRecovery.Browser.Tests.Walks;

/// <summary>Where things are on the pages.</summary>
internal static class Places
{
    /// <summary>The row of a workflow in the queue.</summary>
    public static ILocator RowOf(Visit visit, string workflow) =>
        visit.Page.GetByRole(AriaRole.Row).Filter(new() { Has = visit.Page.GetByRole(AriaRole.Link, new() { Name = workflow, Exact = true }) });
}
