using WorkflowRecovery.Scorer.Decisions;

namespace WorkflowRecovery.Scorer.Policies;

/// <summary>Holds the policy in use; readers take it once and keep it for one answer.</summary>
internal sealed class CurrentPolicy
{
    private PolicyInUse _current = PolicyInUse.Default;

    public PolicyInUse Current => Volatile.Read(ref _current);

    public void Swap(PolicyInUse next) => Volatile.Write(ref _current, next);
}
