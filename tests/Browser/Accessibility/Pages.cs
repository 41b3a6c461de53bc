using WorkflowRecovery.Browser.Tests.Hosting;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Browser.Tests.Accessibility;

/// <summary>Every page, with something on it.</summary>
internal static class Pages
{
    public static async Task<IReadOnlyList<string>> WithContentAsync(ConsoleInUse console, WorkflowAssistanceRequested reported)
    {
        await console.ReportAsync(reported);
        return
        [
            "", $"workflow/{Uri.EscapeDataString(reported.Workflow)}", "sites", "sites/T2_US_MIT", "errors", "errors/50660", "models", "notes", "operations", "audit", "people", "sign-in", "not-found",
        ];
    }
}
