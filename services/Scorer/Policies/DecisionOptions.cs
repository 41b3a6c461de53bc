namespace WorkflowRecovery.Scorer.Policies;

/// <summary>Section <c>Decisions</c>.</summary>
internal sealed class DecisionOptions
{
    /// <summary>Path of the policy file (docs/policy.md), read again whenever it changes; null: nothing is automatic.</summary>
    public string? PolicyFile { get; set; }
}
