using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Tests.Cases.Matrix;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Console.Tests.Cases.Advice;

/// <summary>Recommendations and cases as the console reads them.</summary>
internal static class Said
{
    public static readonly DateTimeOffset ReportedAt = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static RecoveryRecommended Memory(string workflow = "w") => new()
    {
        RecommendationId = new("0b0f9a9c-5d0b-5a0e-8f6e-3d1f0d6b7a11"),
        Revision = 1,
        EffectKey = new("0b0f9a9c-5d0b-5a0e-8f6e-3d1f0d6b7a12"),
        Scope = "task",
        Workflow = workflow,
        Task = $"/{workflow}/t",
        ReportedAt = ReportedAt,
        RecommendedAt = ReportedAt.AddMinutes(1),
        ExpiresAt = ReportedAt.AddHours(24),
        Action = "acdc",
        MemoryMb = 4000,
        Sites = new SiteChoice { Mode = "auto", List = [], Resolved = ["T2_US_MIT"] },
        Confidence = 0.934,
        Disposition = "review",
        Alternatives = [new Alternative { Action = "clone", Probability = 0.05 }],
        Reasons =
        [
            new Reason { Feature = "50660", Contribution = 1.4, Text = "Jobs ran out of memory." },
            new Reason { Feature = "T1", Contribution = -0.7, Text = "Few sites took part." },
            new Reason { Feature = "policy.allowed", Text = "The policy allows nothing automatic." },
        ],
        Rules = ["unified-memory (passive)"],
        PolicyVersion = "review-only-1+abcd",
        Models = [new ModelReference { Target = "action", Version = 3, Sha256 = "a" }],
    };

    public static RecoveryRecommended Blinded(string workflow = "w") => Memory(workflow) with
    {
        Action = null, MemoryMb = null, Confidence = null, Reason = Words.Blinded, Alternatives = [], Reasons = [], Rules = [],
    };

    public static WorkflowAssistanceRequested Reported(string workflow = "w") => new()
    {
        Workflow = workflow, Task = $"/{workflow}/t", ReportedAt = ReportedAt, Errors = [], MemoryMb = 2000, Cores = 1, SplittingAlgorithm = "EventAwareLumiBased", Sites = ["T2_US_MIT"],
    };

    public static TaskCase Case(RecoveryRecommended? said, RecoveryRecommended? unblinded = null, SiteErrorMatrix? matrix = null) => new(
        new TaskRound(Memory().RecommendationId, "w", "/w/t", ReportedAt, Imported: false, said?.Revision, said?.Disposition, said?.Action, said?.Confidence, said?.Reason is not null),
        Reported(), matrix ?? Cells.Usual, "reported", said is null ? [] : [said], unblinded, TraceId: null);
}
