namespace WorkflowRecovery.Console.Cases.Links;

/// <summary>Addresses of the page of a workflow.</summary>
internal static class PageLinks
{
    public static string Of(string workflow) => $"workflow/{Uri.EscapeDataString(workflow)}";

    /// <summary>With one of its rounds shown.</summary>
    public static string Of(string workflow, Guid eventId) => $"{Of(workflow)}?case={eventId}";
}
