namespace WorkflowRecovery.Contracts.Inside;

/// <summary>Somebody wants a set of models moved.</summary>
/// <param name="RequestId">The request; the same one again changes nothing.</param>
/// <param name="Move">One of <see cref="ModelMoves"/>.</param>
/// <param name="RunId">The set, by its training; null for a rollback to the set that was active before.</param>
/// <param name="By">Who.</param>
/// <param name="Why">Why.</param>
public sealed record ModelMoveRequested(Guid RequestId, string Move, Guid? RunId, string By, string Why);

/// <summary>What can be asked for.</summary>
public static class ModelMoves
{
    /// <summary>Makes a set active that is in shadow, was active before, or was refused.</summary>
    public const string Promote = "promote";

    /// <summary>Brings back the set that was active before, or another one that ever was.</summary>
    public const string Rollback = "rollback";

    /// <summary>Ends the shadow of a set.</summary>
    public const string Retire = "retire";
}
