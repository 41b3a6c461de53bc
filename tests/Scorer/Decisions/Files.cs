using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.Scorer.Tests.Scoring;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

/// <summary>A case with which everything is in order, so that a plain ACDC is automatic, and changes to it.</summary>
internal static class Files
{
    public static readonly RecoveryPolicy Policy = PolicyFile.Default with
    {
        Automatic = PolicyFile.Default.Automatic with { Allowed = true, Changes = AutomaticPolicy.Parameters },
        BlindedShare = 0,
    };

    public static readonly WorkflowAssistanceRequested Task = Tasks.Of(Tasks.Error(92), Tasks.Error(85, "T1_US_FNAL", 5)) with
    {
        Status = "assistance-manual",
        TaskType = "Production",
        RequestType = "TaskChain",
        SplittingAlgorithm = "EventAwareLumiBased",
        Campaign = "Run2",
        HasRecoveryDocument = true,
        MemoryMb = 4_000,
    };

    public static readonly Facts Facts = new() { Now = Tasks.ReportedAt.AddHours(1), SwitchedOn = true, Record = new(1_000, 995) };

    public static readonly Judgement Sure = JudgementOf(Plain(0.97));

    public static Plan Plain(double probability) => new(RecoveryActionKind.Acdc, "none", "none", Xrootd: false, probability);

    /// <summary>A judgement that chooses a plan, is sure of it, and gives what is left to a clone.</summary>
    public static Judgement JudgementOf(Plan plan, int? memoryMb = null, string? splitting = null) => new(
        new(plan, memoryMb, splitting),
        [new() { Action = "clone", Probability = 1 - plan.Probability }],
        [new() { Feature = "92/T2", Contribution = 1, Text = "20 of 25 failures are 92." }],
        [plan, new(RecoveryActionKind.Clone, "none", "none", Xrootd: false, 1 - plan.Probability)],
        [])
    {
        Certainty = SureOf([plan.Action], [plan]),
    };

    /// <summary>A certainty that held on later workflows.</summary>
    public static Certainty SureOf(IReadOnlyList<RecoveryActionKind> actions, IReadOnlyList<Plan> plans) =>
        new(actions, plans, new([], [])) { IsMeasured = true, RulesPlansOut = true, PlanAlpha = 0.05 };

    public static CaseFile Of(
        WorkflowAssistanceRequested? task = null,
        Judgement? judgement = null,
        Facts? facts = null,
        RecoveryPolicy? policy = null,
        string? problem = null,
        IReadOnlyList<string>? unavailable = null,
        IReadOnlyList<string>? withoutStatus = null)
    {
        var reported = task ?? Task;
        var eventId = EventIdentity.Of(reported.Workflow, reported.Task, reported.ReportedAt);
        var stored = new MatrixStored
        {
            EventId = eventId,
            MatrixId = NameBasedGuid.Of("matrix", eventId, 1),
            MatrixRevision = 1,
            Cause = "reported",
            Event = reported,
            UnavailableSites = unavailable ?? [],
            SitesWithoutStatus = withoutStatus ?? [],
        };
        return new(stored, MatrixReading.Of(reported.Errors), judgement ?? Sure, new(policy ?? Policy, problem), facts ?? Facts);
    }

    public static RecoveryPolicy With(this RecoveryPolicy policy, Func<AutomaticPolicy, AutomaticPolicy> change) =>
        policy with { Automatic = change(policy.Automatic) };

    /// <summary>The features of the reasons that a decision adds to those of the models; of an abstention all.</summary>
    public static IEnumerable<string> Features(this Decision decision) =>
        decision.Judgement.Reasons.Select(reason => reason.Feature).Where(feature => feature != "92/T2");
}
