using System.Runtime.InteropServices;

namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>The distance of round numbers: 1, 2 or 5 times a power of ten.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RoundStep(int Factor, int Exponent)
{
    /// <summary>The smallest that is not below a length above 0.</summary>
    public static RoundStep NotBelow(double length)
    {
        var exponent = (int)Math.Floor(Math.Log10(length));
        foreach (var factor in (int[])[1, 2, 5])
        {
            if (Decimally(factor, exponent) >= length * (1 - 1e-9))
                return new RoundStep(factor, exponent);
        }

        return new RoundStep(1, exponent + 1);
    }

    /// <summary>A count of steps from 0, as near to its decimal number as can be.</summary>
    public double Times(double count) => Decimally(count * Factor, Exponent);

    /// <summary>The last count of steps that is not above a value.</summary>
    public double CountBelow(double value)
    {
        var count = Math.Floor(value / Times(1));
        if (Times(count) > value)
            return count - 1;
        return Times(count + 1) <= value ? count + 1 : count;
    }

    /// <summary>The first count of steps that is not below a value.</summary>
    public double CountAbove(double value) => -CountBelow(-value);

    /// <summary>A factor times a power of ten; dividing keeps 3 x 0.1 at 0.3.</summary>
    public static double Decimally(double factor, int exponent) =>
        exponent >= 0 ? factor * Math.Pow(10, exponent) : factor / Math.Pow(10, -exponent);
}
