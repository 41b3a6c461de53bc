using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Console.Cases.Links;

/// <summary>A link to elsewhere.</summary>
public sealed record OutsideLink(string Title, string Address);

/// <summary>Where more is told of a task.</summary>
internal sealed class CaseLinks(IOptions<OutsideLinkOptions> options)
{
    public IReadOnlyList<OutsideLink> Of(TaskCase task)
    {
        var values = new Dictionary<string, string?>
        {
            ["workflow"] = task.Round.Workflow,
            ["task"] = task.Round.Task,
            ["prepId"] = task.Reported.PrepId ?? WorkflowName.Parse(task.Round.Workflow).PrepId,
            ["traceId"] = task.TraceId,
        };
        var links = options.Value;
        (string Title, string? Template)[] all =
            [("Request", links.Request), ("Monitoring", links.Monitoring), ("Unified's log", links.Log), ("Ticket", links.Ticket), ("Trace", links.Trace)];
        return [.. from link in all
                   let address = link.Template is null ? null : LinkTemplate.Fill(link.Template, values)
                   where address is not null
                   select new OutsideLink(link.Title, address)];
    }
}
