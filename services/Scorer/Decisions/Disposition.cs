namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What may happen with a judgement.</summary>
internal static class Disposition
{
    public const string Automatic = "automatic";
    public const string Review = "review";
    public const string Approved = Domain.Orders.ApprovedRecommendation.Approved;
    public const string Abstained = "abstained";
    public const string Withdrawn = "withdrawn";
}
