using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Inventory;

/// <summary>
/// The row of the talk's action table that an order falls into: action, splitting, whether remote read is left on, whether
/// sites are given, memory in steps of 10,000 MB, whether cores are given (the key that the authors' programs use).
/// </summary>
/// <param name="Action">The action.</param>
/// <param name="Splitting">The splitting; null where it is left as it is.</param>
/// <param name="XrootdDisabled">Whether remote read is switched off.</param>
/// <param name="SitesGiven">Whether the order names sites, which nearly every acdc does.</param>
/// <param name="MemoryStep">Memory divided by 10,000 MB, rounded down; null where it is left as it is.</param>
/// <param name="CoresGiven">Whether the order sets cores.</param>
public sealed record ActionRow(
    RecoveryActionKind Action, string? Splitting, bool XrootdDisabled, bool SitesGiven, int? MemoryStep, bool CoresGiven)
{
    private const int StepMb = 10_000;

    /// <summary>The first row of the table: an acdc at named sites that changes nothing else.</summary>
    public static ActionRow PlainAcdc { get; } = new(RecoveryActionKind.Acdc, null, XrootdDisabled: false, SitesGiven: true, null, CoresGiven: false);

    /// <summary>The row of an order.</summary>
    public static ActionRow Of(RecoveryAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return new(action.Kind, action.Splitting, action.Xrootd is false, !action.Sites.IsEmpty, action.MemoryMb / StepMb, action.Cores is not null);
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", Words());

    private IEnumerable<string> Words()
    {
        yield return Action == RecoveryActionKind.Acdc ? "ACDC" : Action.ToName();
        if (Splitting is not null)
            yield return $"splitting {Splitting}";
        if (XrootdDisabled)
            yield return "xrootd disabled";
        if (MemoryStep is { } step)
            yield return step == 0 ? "memory < 10 GB" : $"memory {10 * step}-{10 * (step + 1)} GB";
        if (CoresGiven)
            yield return "cores set";
        if (SitesGiven != RecoveryTargets.CarriesParameters(Action))
            yield return SitesGiven ? "sites set" : "no sites";
    }
}
