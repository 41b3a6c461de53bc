using System.Globalization;

namespace WorkflowRecovery.Domain.Policies;

/// <summary>What a policy allows, for a person.</summary>
public static class PolicySentences
{
    /// <summary>What it allows, what it asks for, what it says at all.</summary>
    public static IReadOnlyList<string> Of(RecoveryPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var automatic = policy.Automatic;
        return
        [
            $"Policy {policy.Version}: {(automatic.Allowed ? "some may be automatic" : "nothing may be automatic")}, "
                + $"changing {(automatic.Changes.Count == 0 ? "no parameter" : string.Join(", ", automatic.Changes))}, in campaigns {(automatic.Campaigns is { } campaigns ? string.Join(", ", campaigns.DefaultIfEmpty("none")) : "all")}.",
            string.Create(CultureInfo.InvariantCulture, $"It asks for a probability of {automatic.LeastConfidence}, and {automatic.EarnedAnswers} unprompted answers {(automatic.EarnedMonths is { } months ? $"of {months} months" : "to the active models")} with an agreement of surely {automatic.EarnedAgreement}; in an hour at most {automatic.PerHour}, {automatic.PerHourAndCampaign} in a campaign, {automatic.PerHourAndSite} at a site."),
            string.Create(CultureInfo.InvariantCulture, $"It recommends nothing below a probability of {policy.AbstainBelow}, blinds {policy.BlindedShare:P0} of the cases, and asks for at most {policy.MaxMemoryMbPerCore} MB per core."),
        ];
    }
}
