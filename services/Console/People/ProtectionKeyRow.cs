namespace WorkflowRecovery.Console.People;

/// <summary>A key that protects cookies and forms.</summary>
internal sealed class ProtectionKeyRow
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
