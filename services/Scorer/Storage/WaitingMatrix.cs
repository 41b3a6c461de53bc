using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>A matrix that came while an order stood.</summary>
/// <param name="Stored">The newest one.</param>
/// <param name="Counts">Whether it or any that waited before it brought newer counts, not a late status alone.</param>
internal sealed record WaitingMatrix(MatrixStored Stored, bool Counts);
