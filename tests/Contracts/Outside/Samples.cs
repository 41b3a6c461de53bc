using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Contracts.Tests.Outside;

/// <summary>One message of each kind with nothing but what is required.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Time = new DateTimeOffset(2020, 3, 1, 14, 0, 0, TimeSpan.FromHours(2)).AddMicroseconds(7);

    public static WorkflowAssistanceRequested Assistance { get; } = new()
    {
        Workflow = "w",
        Task = "/w/t",
        ReportedAt = Time,
        Errors = [new ErrorRow { Code = 8021, Site = "T2_CH_CERN", Count = 3 }],
        Logs = [new LogExcerpt { Code = 8021, Site = "T2_CH_CERN", Text = "no such file" }],
    };

    public static SiteStatusChanged SiteStatus { get; } = new() { Site = "T2_CH_CERN", EffectiveAt = Time };

    public static OperatorActionRecorded Recorded { get; } = new() { Workflow = "w", RecordedAt = Time, Action = "acdc" };

    public static RecoveryActionTaken Taken { get; } = new() { RecommendationId = Guid.Empty, Revision = 1, Workflow = "w", TakenAt = Time, Result = "done" };

    public static RecoveryOutcomeReported Outcome { get; } = new() { Workflow = "w", Task = "/w/t", ReportedAt = Time };

    public static WorkflowLeftAssistance Left { get; } = new() { Workflow = "w", LeftAt = Time };

    public static RecoveryRecommended Recommended { get; } = new()
    {
        RecommendationId = Guid.Empty,
        Revision = 1,
        EffectKey = Guid.Empty,
        Scope = "task",
        Workflow = "w",
        Task = "/w/t",
        ReportedAt = Time,
        RecommendedAt = Time,
        ExpiresAt = Time,
        Sites = new SiteChoice { Mode = "auto", List = [], Resolved = ["T2_CH_CERN"] },
        Disposition = "review",
        Alternatives = [new Alternative { Action = "acdc", Probability = 0.5 }],
        Reasons = [new Reason { Feature = "f", Text = "t" }],
        Rules = [],
        PolicyVersion = "1",
        Models = [new ModelReference { Target = "action", Version = 1, Sha256 = "00" }],
    };
}
