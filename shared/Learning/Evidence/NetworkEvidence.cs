using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Linear;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Evidence;

/// <summary>
/// The evidence of a network on some columns of a view: the logarithm of its answer beside that of the rates it learned
/// from. It cannot tell what a column added.
/// </summary>
public sealed class NetworkEvidence : IEvidence
{
    private const double Smallest = 1e-30;

    private readonly Network _network;
    private readonly ColumnSelection _selection;
    private readonly double[] _rates;

    /// <summary>A network with what stands before it.</summary>
    /// <param name="network">A network of one branch on columns.</param>
    /// <param name="selection">The columns of the view that it is given.</param>
    /// <param name="rates">Class rates of what it learned from, above 0.</param>
    public NetworkEvidence(Network network, ColumnSelection selection, IReadOnlyList<double> rates)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(rates);
        if (network.Design.Branches is not [{ Input: ColumnsDesign columns }] || columns.Columns != selection.Count || network.Design.Classes != rates.Count)
            throw new ArgumentException($"{network.Design} does not fit {selection.Count} columns and {rates.Count} classes", nameof(network));

        (_network, _selection, _rates) = (network, selection, [.. rates]);
    }

    /// <inheritdoc />
    public string Kind => EvidenceKinds.Network;

    /// <inheritdoc />
    public int Classes => _rates.Length;

    /// <inheritdoc />
    public int Columns => _selection.Columns;

    /// <inheritdoc />
    public double[] MarginsOf(SparseVector row) => MarginsOf([row])[0];

    /// <inheritdoc />
    public double[][] MarginsOf(IReadOnlyList<SparseVector> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.FirstOrDefault(row => row.Dimension != Columns) is { } other)
            throw new ArgumentException($"a row of {other.Dimension} columns for a network of {Columns}", nameof(rows));

        return rows.Count == 0 ? [] : Array.ConvertAll(_network.Predict([new SparseRows([.. rows.Select(_selection.Of)])]), Margins);
    }

    /// <inheritdoc />
    public IReadOnlyList<ColumnContribution> ContributionsTo(SparseVector row, int @class) => [];

    /// <inheritdoc />
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        _selection.Write(writer);
        writer.Write7BitEncodedInt(_rates.Length);
        foreach (var rate in _rates)
            writer.Write(rate);

        writer.Write(_network.ToBytes());
        writer.Flush();
        return stream.ToArray();
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    internal static NetworkEvidence Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var reader = new BinaryReader(stream);
            var selection = ColumnSelection.Read(reader, bytes.Length);
            var classes = reader.Read7BitEncodedInt();
            if (classes is < 2 or > byte.MaxValue)
                throw new FormatException($"a network of {classes} classes");

            double[] rates = [.. Enumerable.Range(0, classes).Select(_ => reader.ReadDouble())];
            if (rates.Any(rate => !(rate > 0 && rate <= 1)))
                throw new FormatException("a rate of the network is not a probability");

            return new(Network.Read(bytes[(int)stream.Position..]), selection, rates);
        }
        catch (Exception fault) when (fault is EndOfStreamException or ArgumentException)
        {
            throw new FormatException("these bytes are not a network with its columns", fault);
        }
    }

    private double[] Margins(double[] answer) =>
        [.. answer.Select((probability, @class) => Math.Log(Math.Max(probability, Smallest)) - Math.Log(_rates[@class]))];
}
