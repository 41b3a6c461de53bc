namespace WorkflowRecovery.Learning.Views;

/// <summary>What in a matrix a view has never heard of; it still counts, in the bucket of its category or tier.</summary>
/// <param name="Codes">Error codes without columns of their own, rising.</param>
/// <param name="Sites">Site names outside the catalogue, in ordinal order.</param>
public sealed record Novelty(IReadOnlyList<int> Codes, IReadOnlyList<string> Sites)
{
    /// <summary>Whether anything is new.</summary>
    public bool Any => Codes.Count > 0 || Sites.Count > 0;
}
