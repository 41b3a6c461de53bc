namespace WorkflowRecovery.Console.Models;

/// <summary>The models of one training.</summary>
/// <param name="RunId">The training.</param>
/// <param name="State"><c>candidate</c>, <c>shadow</c>, <c>active</c>, <c>retired</c> or <c>refused</c>.</param>
/// <param name="Reason">Why it is in this state.</param>
/// <param name="Trial">How it did in shadow; null when it was never looked at there.</param>
/// <param name="Cause">Why it was trained.</param>
/// <param name="EnteredAt">When its training ended.</param>
/// <param name="PromotedAt">When it became active, the last time; null when it never was.</param>
/// <param name="PreviousRunId">Where a rollback from it leads.</param>
/// <param name="Version">Version of its model for the action; null without one.</param>
/// <param name="LogLoss">Log-loss of its plans on later tasks; null when not measured.</param>
/// <param name="ConstantLogLoss">The same of the constant answer.</param>
/// <param name="IsKept">Whether the stored models are still there; without them it cannot become active.</param>
public sealed record KnownSet(
    Guid RunId,
    string State,
    string Reason,
    string? Trial,
    string Cause,
    DateTimeOffset EnteredAt,
    DateTimeOffset? PromotedAt,
    Guid? PreviousRunId,
    int? Version,
    double? LogLoss,
    double? ConstantLogLoss,
    bool IsKept)
{
    internal const string Active = "active";
    internal const string Shadow = "shadow";

    /// <summary>How a set is named where there is little room.</summary>
    public string Name => NameOf(RunId, Version);

    public static string NameOf(Guid runId, int? version) => version is null ? runId.ToString()[..13] : $"version {version} ({runId.ToString()[..13]})";
}

/// <summary>The model of one target.</summary>
internal sealed record KnownModel(
    string Target,
    int Version,
    string Sha256,
    bool IsKept,
    DateTimeOffset WindowFrom,
    DateTimeOffset WindowTo,
    int Examples,
    int Seed,
    string CodeVersion,
    string Metrics);

/// <summary>A change of a set's state.</summary>
public sealed record KnownMove(Guid RunId, string FromState, string ToState, DateTimeOffset MovedAt, string MovedBy, string Why);

/// <summary>What became of a move that somebody asked for.</summary>
internal sealed record HandledRequest(Guid RequestId, string Move, bool Done, string Answer);

/// <summary>A drift that was found.</summary>
internal sealed record FoundDrift(string Kind, DateTimeOffset FoundAt, bool IsOn, string Subject, double Effect, int Samples, string Text, DateTimeOffset? EndedAt);

/// <summary>Answers of a week with what was recommended.</summary>
public sealed record AnsweredWeek(DateTimeOffset Week, string? RecommendedAction, string Action, long Answers, long AgreedAction, long AgreedPlan);

/// <summary>Answers to recommendations whose confidence lay in one tenth.</summary>
internal sealed record KeptPromise(int Tenth, long Answers, double Promised, long Agreed);

/// <summary>Live tasks that both sets had judged and an operator then answered.</summary>
internal sealed record JudgedCase(string Task, string Action, string Memory, bool SaysAll, string ActivePlans, string Plans);
