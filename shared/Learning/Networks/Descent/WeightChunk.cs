using System.Runtime.InteropServices;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Networks.Descent;

/// <summary>A piece of the trained weights that one thread sums or moves at once.</summary>
/// <param name="Start">Where it begins among all weights.</param>
/// <param name="Length">At most <see cref="Longest"/>.</param>
/// <param name="L2">The factor of the squares in the loss.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WeightChunk(int Start, int Length, double L2)
{
    private const int Longest = 16384;

    public Span<float> Of(float[] weights) => weights.AsSpan(Start, Length);

    /// <summary>Slices cut up, without those that are not trained.</summary>
    public static IEnumerable<WeightChunk> Cut(Slices slices, int offset) =>
        from slice in slices.All
        where slice.Trained
        from part in Enumerable.Range(0, (slice.Length + Longest - 1) / Longest)
        select new WeightChunk(offset + slice.Start + part * Longest, Math.Min(Longest, slice.Length - part * Longest), slice.L2);
}
