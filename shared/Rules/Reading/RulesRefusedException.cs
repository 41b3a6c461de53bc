namespace WorkflowRecovery.Rules.Reading;

/// <summary>A file of rules cannot be used.</summary>
/// <param name="problems">All that is wrong, a sentence each, naming rule and field.</param>
public sealed class RulesRefusedException(IReadOnlyList<string> problems) : Exception($"the rules cannot be used: {string.Join("; ", problems)}")
{
    /// <summary>All that is wrong.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
