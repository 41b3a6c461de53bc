using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>Says an order in a few words.</summary>
public static class OrderPhrase
{
    /// <summary>Such as <c>ACDC, memory 20000 MB</c>, <c>ACDC, splitting 10x</c> or <c>clone</c>. Sites are left out: nearly every order names some.</summary>
    /// <param name="action">The order.</param>
    /// <param name="parametersGiven">Whether the order said more than the action's name; else its parameters are not known.</param>
    public static string Of(RecoveryAction action, bool parametersGiven)
    {
        ArgumentNullException.ThrowIfNull(action);
        string?[] parts =
        [
            action.Kind == RecoveryActionKind.Acdc ? "ACDC" : action.Kind.ToName(),
            action.MemoryMb is { } memory ? $"memory {memory} MB" : null,
            action.Splitting is { } splitting ? $"splitting {splitting}" : null,
            action.Xrootd is { } xrootd ? $"xrootd {Switched(xrootd)}" : null,
            action.Secondary is { } secondary ? $"secondary {Switched(secondary)}" : null,
            action.Cores is { } cores ? $"cores {cores}" : null,
            RecoveryTargets.SaysAll(action, parametersGiven) ? null : "parameters not recorded",
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Switched(bool on) => on ? "enabled" : "disabled";
}
