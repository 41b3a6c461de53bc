using System.Collections.Concurrent;
using WorkflowRecovery.Learning.Networks.Descent;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Networks;

/// <summary>A trained network. Immutable; may be asked by several threads at once.</summary>
public sealed class Network
{
    private const int RowsAtOnce = 256;

    private readonly Structure structure;
    private readonly float[] parameters;
    private readonly ConcurrentBag<NetworkPass> passes = [];

    internal Network(NetworkDesign design, Structure structure, float[] parameters) =>
        (Design, this.structure, this.parameters) = (design, structure, parameters);

    /// <summary>What was trained.</summary>
    public NetworkDesign Design { get; }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are of another version, cut short, too long, changed or inconsistent.</exception>
    public static Network Read(ReadOnlyMemory<byte> bytes) => NetworkBytes.Read(bytes);

    /// <summary>
    /// The stored form: the letters <c>WRNET</c> and a version byte, the length of the design (4 bytes, little-endian), the
    /// design as JSON, the weights as little-endian floats, the SHA-256 of all before it.
    /// </summary>
    public byte[] ToBytes() => NetworkBytes.Write(Design, parameters);

    /// <summary>Class probabilities, one array per row. A row's answer does not depend on the rows it is asked with.</summary>
    /// <param name="inputs">One input per branch, in the design's order, all with equally many rows; one row is quick as well.</param>
    /// <exception cref="ArgumentException">The inputs do not fit the design.</exception>
    public double[][] Predict(IReadOnlyList<NetworkInput> inputs)
    {
        var taken = structure.Take(inputs);
        var answers = new double[taken[0].Count][];
        if (!passes.TryTake(out var pass))
            pass = new(structure);

        var step = structure.StepWith(parameters, training: false, seed: 0);
        Span<int> rows = stackalloc int[Math.Min(RowsAtOnce, answers.Length)];
        for (var start = 0; start < answers.Length; start += RowsAtOnce)
        {
            rows = rows[..Math.Min(RowsAtOnce, answers.Length - start)];
            for (var row = 0; row < rows.Length; row++)
                rows[row] = start + row;

            var sums = pass.Forward(taken, rows, step);
            for (var row = 0; row < rows.Length; row++)
                answers[start + row] = CrossEntropy.Probabilities(sums.Row(row));
        }

        passes.Add(pass);
        return answers;
    }
}
