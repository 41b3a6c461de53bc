namespace WorkflowRecovery.Console.Audit;

/// <summary>Which lines of the audit trail to show.</summary>
/// <param name="Who">Name of the user, whole.</param>
/// <param name="What">The verb, whole.</param>
/// <param name="Workflow">Name of the workflow, whole.</param>
/// <param name="Before">Only lines before this number: the next page.</param>
internal sealed record AuditFilter(string? Who, string? What, string? Workflow, long? Before)
{
    public static AuditFilter Of(string? who, string? what, string? workflow, long? before) => new(Text(who), Text(what), Text(workflow), before);

    /// <summary>The address of the page with these lines.</summary>
    public string Address(long? before)
    {
        (string Name, string? Value)[] all = [("who", Who), ("what", What), ("workflow", Workflow), ("before", before?.ToString())];
        var given = all.Where(one => one.Value is not null).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}").ToList();
        return given.Count == 0 ? "audit" : $"audit?{string.Join('&', given)}";
    }

    // Postgres knows no NUL, so that no line has one.
    private static string? Text(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } some ? some : null;
}
