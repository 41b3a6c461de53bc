using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What the operations team does not allow to be done automatically.</summary>
internal static class PolicyGuards
{
    public static Reason SwitchedOff { get; } = Because.Of("policy.switch", "Automatic recovery is switched off.");

    public static IEnumerable<Reason> Of(CaseFile file, ChosenPlan choice)
    {
        var automatic = file.Policy.Policy.Automatic;
        var changes = ChangesOf(choice).Except(automatic.Changes).ToList();
        return
        [
            .. file.Facts.SwitchedOn ? [] : new[] { SwitchedOff },
            .. OfFile(file.Policy),
            .. Because.When(automatic.Campaigns?.Contains(file.Campaign) is false, "policy.campaign", "The policy does not allow it for this campaign."),
            .. Because.When(changes.Count > 0, "policy.changes", $"The policy does not allow to change {string.Join(", ", changes)} automatically."),
            .. Because.When(
                choice.Plan.Probability < automatic.LeastConfidence,
                "policy.confidence",
                FormattableString.Invariant($"The plan is less likely than the {automatic.LeastConfidence} that the policy asks for.")),
        ];
    }

    private static IEnumerable<Reason> OfFile(PolicyInUse policy) => policy.Problem is { } problem
        ? [Because.Of("policy.file", $"The policy file cannot be obeyed: {problem}")]
        : Because.When(!policy.Policy.Automatic.Allowed, "policy.allowed", "The policy allows nothing to be automatic.");

    /// <summary>In the words of <see cref="AutomaticPolicy.Parameters"/>.</summary>
    private static IEnumerable<string> ChangesOf(ChosenPlan choice)
    {
        if (choice.MemoryMb is not null)
            yield return "memory";
        if (choice.Splitting is not null)
            yield return "splitting";
        if (choice.Plan.Xrootd)
            yield return "xrootd";
        if (choice.Plan.Secondary)
            yield return "secondary";
        if (choice.Cores is not null)
            yield return "cores";
    }
}
