using System.Runtime.InteropServices;
using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Study.Charts;

/// <summary>A number and how sure it is. NaN and infinities count as missing.</summary>
/// <param name="Low">Lower end of the error bar or band; both ends or none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Measured(double? Value, double? Low = null, double? High = null)
{
    /// <summary>The ends, when both can be drawn.</summary>
    public (double Low, double High)? Range =>
        Numbers.Drawable(Low) is { } low && Numbers.Drawable(High) is { } high ? (Math.Min(low, high), Math.Max(low, high)) : null;

    public static implicit operator Measured(double? value) => new(value);
}
