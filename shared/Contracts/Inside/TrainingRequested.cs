namespace WorkflowRecovery.Contracts.Inside;

/// <summary>Somebody wants the models trained now.</summary>
/// <param name="RequestId">The request.</param>
/// <param name="RequestedBy">Who.</param>
public sealed record TrainingRequested(Guid RequestId, string RequestedBy);
