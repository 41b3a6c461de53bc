namespace WorkflowRecovery.Domain.Errors;

/// <summary>An error (exit) code that has been met or is documented.</summary>
/// <param name="Code">The number; -1 is work lost without a report.</param>
/// <param name="Description">What it means, in a few words.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Range">Where it comes from.</param>
/// <param name="Procedure">What operators do about it; null when they have no rule for it.</param>
public sealed record ErrorCode(int Code, string Description, ErrorCategory Category, ErrorRange Range, string? Procedure)
{
    /// <summary>Whether it is one of the 74 codes that the published networks know.</summary>
    public bool InTalk { get; init; }

    /// <summary>
    /// For a code whose meaning changed or is disputed: which time or whose reading <see cref="Description"/> follows,
    /// and what the other one is. Null for all others.
    /// </summary>
    public string? MeaningNote { get; init; }
}
