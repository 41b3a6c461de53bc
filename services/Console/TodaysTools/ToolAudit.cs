namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>What is written down about today's tools.</summary>
internal static class ToolAudit
{
    /// <summary>The user of whom nothing but an address or the key is known.</summary>
    public const string Program = "today's tools";

    public const string Served = "order-served";
    public const string Reported = "order-reported";
}
