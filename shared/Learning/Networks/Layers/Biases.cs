using System.Numerics.Tensors;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>One bias per column of a matrix.</summary>
internal static class Biases
{
    /// <summary>Sets every row to the biases.</summary>
    public static void Fill(Span<float> rows, ReadOnlySpan<float> biases)
    {
        for (; !rows.IsEmpty; rows = rows[biases.Length..])
            biases.CopyTo(rows);
    }

    /// <summary>Adds every row to the biases' gradient.</summary>
    public static void AddRows(ReadOnlySpan<float> rows, Span<float> total)
    {
        for (; !rows.IsEmpty; rows = rows[total.Length..])
            TensorPrimitives.Add(rows[..total.Length], total, total);
    }
}
