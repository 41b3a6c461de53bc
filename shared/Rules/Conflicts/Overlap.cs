using WorkflowRecovery.Rules.Conditions;

namespace WorkflowRecovery.Rules.Conflicts;

/// <summary>
/// Whether two rules can fire on one task. Says so unless that is proved impossible, so it errs on the side of a conflict:
/// messages, for example, prove nothing.
/// </summary>
internal static class Overlap
{
    public static bool IsPossible(RuleConditions one, RuleConditions other) =>
        !(TimesAreApart(one, other) || TimesAreApart(other, one)
            || AttemptsAreApart(one, other) || AttemptsAreApart(other, one)
            || CampaignsAreApart(one, other)
            || TypesAreApart(one, other) || TypesAreApart(other, one)
            || SharesAreTooLarge(one, other));

    private static bool TimesAreApart(RuleConditions earlier, RuleConditions later) => earlier.Until <= later.From;

    private static bool AttemptsAreApart(RuleConditions fewer, RuleConditions more) => fewer.AttemptAtMost < more.AttemptAtLeast;

    private static bool CampaignsAreApart(RuleConditions one, RuleConditions other) =>
        one.Campaigns is not null && other.Campaigns is not null && !one.Campaigns.Any(campaign => other.Campaigns.Any(campaign.Meets));

    private static bool TypesAreApart(RuleConditions one, RuleConditions other) =>
        one.RequestTypes is not null
        && one.RequestTypes.All(type => other.NotRequestTypes?.Contains(type) is true || other.RequestTypes?.Contains(type) is false);

    /// <summary>Failures that are not the same ones cannot be, say, more than half and more than 60 % at once.</summary>
    private static bool SharesAreTooLarge(RuleConditions one, RuleConditions other) =>
        one.ShareAbove + other.ShareAbove >= 1 && one.Failures.IsApartFrom(other.Failures);
}
