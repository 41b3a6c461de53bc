namespace WorkflowRecovery.Browser.Tests.Hosting;

/// <summary>A line of the audit trail.</summary>
internal sealed record AuditLine(string What, string? Role, string? Workflow, string? Shown, string? Details);
