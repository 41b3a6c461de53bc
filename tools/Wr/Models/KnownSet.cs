namespace WorkflowRecovery.Wr.Models;

/// <summary>The models of one training.</summary>
/// <param name="RunId">The training.</param>
/// <param name="State"><c>candidate</c>, <c>shadow</c>, <c>active</c>, <c>retired</c> or <c>refused</c>.</param>
/// <param name="Reason">Why it is in this state.</param>
/// <param name="Trial">How it did in shadow; null when it was never looked at there.</param>
/// <param name="Cause">Why it was trained.</param>
/// <param name="EnteredAt">When its training ended.</param>
/// <param name="PromotedAt">When it became active, the last time; null when it never was.</param>
/// <param name="PreviousRunId">Where a rollback from it leads.</param>
/// <param name="Models">Its models.</param>
internal sealed record KnownSet(
    Guid RunId,
    string State,
    string Reason,
    string? Trial,
    string Cause,
    DateTimeOffset EnteredAt,
    DateTimeOffset? PromotedAt,
    Guid? PreviousRunId,
    IReadOnlyList<KnownModel> Models);

/// <summary>The model of one target.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Version">Version of its models, from 1.</param>
/// <param name="Sha256">Of the stored model.</param>
/// <param name="IsKept">Whether the stored model is still there; without it there is no way back.</param>
/// <param name="WindowFrom">Report of the earliest task that it learned from.</param>
/// <param name="WindowTo">Report of the latest.</param>
/// <param name="Examples">How many tasks it learned from.</param>
/// <param name="Seed">Seed of its draws.</param>
/// <param name="CodeVersion">Version of the program that trained it.</param>
/// <param name="LogLoss">Of its twin on later tasks that it had not seen, in nats; null when that was not measured.</param>
/// <param name="ConstantLogLoss">The same of the constant answer.</param>
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
    double? LogLoss,
    double? ConstantLogLoss);

/// <summary>A change of a set's state.</summary>
internal sealed record KnownMove(string FromState, string ToState, DateTimeOffset MovedAt, string MovedBy, string Why);
