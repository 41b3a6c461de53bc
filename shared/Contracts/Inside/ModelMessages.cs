namespace WorkflowRecovery.Contracts.Inside;

/// <summary>Somebody wants the models trained now.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="RequestedBy">Who.</param>
public sealed record TrainingRequested(Guid RequestId, string RequestedBy);

/// <summary>Another model is active for a target.</summary>
/// <param name="Target">What the model tells.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Sha256">SHA-256 of its artifact, in hexadecimal.</param>
public sealed record ModelPromoted(string Target, int Version, string Sha256);
