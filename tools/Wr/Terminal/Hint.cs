namespace WorkflowRecovery.Wr.Terminal;

/// <summary>What to type next, in the way in which this program was called.</summary>
internal static class Hint
{
    /// <summary>Set by the script that starts this program.</summary>
    public const string Variable = "WR_CALLED";

    /// <summary>How it was called, e.g. <c>./wr</c>.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } called ? called : "wr";

    /// <summary>A call, e.g. <c>./wr up</c>.</summary>
    public static string To(string call) => $"{Program} {call}";
}
