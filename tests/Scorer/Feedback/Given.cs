using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Scoring;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Tests.Feedback;

/// <summary>Recommendations as they are given and kept.</summary>
internal static class Given
{
    public static readonly Guid EventId = new("0b0f9a9c-5d0b-5a0e-8f6e-3d1f0d6b7a11");

    public const string Plans =
        """
        [{"action":"acdc","memory":"none","splitting":"none","probability":0.6}, {"action":"acdc","memory":"ge20","splitting":"none","probability":0.3},
         {"action":"clone","memory":"none","splitting":"none","probability":0.1}]
        """;

    public static RecoveryRecommended Said(string? action, int? memoryMb = null, string? splitting = null) => new()
    {
        RecommendationId = EventId,
        Revision = 1,
        EffectKey = EffectKey.Of(EventId, "w", action: null),
        Scope = "task",
        Workflow = "w",
        Task = "/w/t",
        ReportedAt = Tasks.ReportedAt,
        RecommendedAt = Tasks.ReportedAt,
        ExpiresAt = Tasks.ReportedAt.AddHours(24),
        Action = action,
        MemoryMb = memoryMb,
        Splitting = splitting,
        Sites = new SiteChoice { Mode = "auto", List = [], Resolved = ["T2_US_MIT"] },
        Confidence = action is null ? null : 0.6,
        Disposition = action is null ? "abstained" : "review",
        Alternatives = [],
        Reasons = [new Reason { Feature = "code", Text = "Because." }],
        Rules = [],
        PolicyVersion = "1",
        Models = [new ModelReference { Target = "memory", Version = 2, Sha256 = "b" }, new ModelReference { Target = "action", Version = 3, Sha256 = "a" }],
    };

    public static RecommendationRow Row(RecoveryRecommended said, bool blinded = false, string[]? actions = null, string? planSet = null) => new()
    {
        EventId = EventId,
        Revision = 1,
        MessageId = EventId,
        Workflow = "w",
        Task = "/w/t",
        ReportedAt = Tasks.ReportedAt,
        RecommendedAt = Tasks.ReportedAt,
        Disposition = said.Disposition,
        Body = WireJson.Write(blinded ? Blinding.Hide(said) : said),
        Plans = blinded ? "[]" : Plans,
        Cell = "cell",
        RunId = EventId,
        Category = "memory",
        ActionSet = actions,
        PlanSet = planSet,
        Blinded = blinded,
        Content = blinded ? WireJson.Write(said) : null,
        ContentPlans = blinded ? Plans : null,
    };
}
