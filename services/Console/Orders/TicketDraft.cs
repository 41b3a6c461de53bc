using System.Globalization;
using System.Text;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Console.Orders;

/// <summary>The text of a ticket as a start for the operator, from what was reported.</summary>
internal static class TicketDraft
{
    private const int MostRows = 10;
    private const int LongestExcerpt = 600;

    public static string Of(string addressee, WorkflowAssistanceRequested task)
    {
        var text = new StringBuilder();
        text.AppendLine(Opening(addressee, task)).AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Workflow: {Plain(task.Workflow)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Task: {Plain(task.Task)}");
        if (task.Campaign is { } campaign)
            text.AppendLine(CultureInfo.InvariantCulture, $"Campaign: {Plain(campaign)}");
        if (task is { FailedJobs: { } failed, TotalJobs: { } total })
            text.AppendLine(CultureInfo.InvariantCulture, $"Failed jobs: {failed} of {total}");
        text.AppendLine().AppendLine("Failures by code and site:");
        foreach (var row in Largest(task))
            text.AppendLine(CultureInfo.InvariantCulture, $"  {row.Count} x {row.Code} at {Plain(row.Site)} ({ErrorCatalogue.CategoryOf(row.Code).ToName()})");
        if (Excerpt(task) is { } log)
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"From the log of code {log.Code} at {Plain(log.Site)}:").AppendLine(Bounded(log.Text));
        return text.ToString();
    }

    private static string Opening(string addressee, WorkflowAssistanceRequested task) => addressee switch
    {
        Addressees.Site => $"Jobs of the workflow below fail at {Plain(Largest(task).FirstOrDefault()?.Site ?? "your site")}. Could you have a look at the site?",
        Addressees.Transfer => "Jobs of the workflow below cannot read their input, or write their output. Could you have a look at the transfers?",
        _ => "Jobs of the workflow below fail in a way that running them again does not mend. Could you have a look at the request?",
    };

    private static IEnumerable<ErrorRow> Largest(WorkflowAssistanceRequested task) =>
        task.Errors.OrderByDescending(row => row.Count).ThenBy(row => row.Code).ThenBy(row => row.Site, StringComparer.Ordinal).Take(MostRows);

    private static LogExcerpt? Excerpt(WorkflowAssistanceRequested task) =>
        Largest(task).FirstOrDefault() is { } worst ? task.Logs?.FirstOrDefault(log => log.Code == worst.Code && !string.IsNullOrWhiteSpace(log.Text)) : null;

    private static string Bounded(string text) => Plain(text.Length > LongestExcerpt ? text[..LongestExcerpt] + "…" : text);

    private static string Plain(string text) => new([.. text.Where(letter => letter == '\n' || !char.IsControl(letter))]);
}
