using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>The policy that is obeyed.</summary>
/// <param name="Policy">The policy; the default while the file cannot be obeyed.</param>
/// <param name="Problem">Why the file cannot be obeyed: then nothing is automatic. Null when all is well.</param>
internal sealed record PolicyInUse(RecoveryPolicy Policy, string? Problem)
{
    public static PolicyInUse Default { get; } = new(PolicyFile.Default, Problem: null);
}
