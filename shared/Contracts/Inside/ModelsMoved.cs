namespace WorkflowRecovery.Contracts.Inside;

/// <summary>A set of models has been moved. Nobody must listen: the scorers hear of it from the database.</summary>
/// <param name="Number">Number of the move; of two moves the later one has the greater, but they may arrive in any order.</param>
/// <param name="RunId">The set, by its training.</param>
/// <param name="From">The state that it was in.</param>
/// <param name="To">The state that it is in since.</param>
/// <param name="By">Who moved it; <c>retrainer</c> when nobody asked for it.</param>
/// <param name="Why">Why.</param>
/// <param name="MovedAt">When.</param>
public sealed record ModelsMoved(long Number, Guid RunId, string From, string To, string By, string Why, DateTimeOffset MovedAt);
