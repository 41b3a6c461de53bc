using WorkflowRecovery.Learning.Linear;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Evidence;

/// <summary>The evidence of a logistic regression; a contribution is weight x value.</summary>
public sealed class LinearEvidence : IEvidence
{
    private readonly LogisticRegression _regression;

    private LinearEvidence(LogisticRegression regression) => _regression = regression;

    /// <summary>What a regression says beside the rates that its intercepts hold.</summary>
    /// <param name="regression">The regression.</param>
    /// <param name="rates">Class rates of what it learned from, above 0.</param>
    public static LinearEvidence Of(LogisticRegression regression, IReadOnlyList<double> rates)
    {
        ArgumentNullException.ThrowIfNull(regression);
        ArgumentNullException.ThrowIfNull(rates);
        return new(regression.Without(rates));
    }

    /// <inheritdoc />
    public string Kind => EvidenceKinds.Linear;

    /// <inheritdoc />
    public int Classes => _regression.Classes;

    /// <inheritdoc />
    public int Columns => _regression.Dimension;

    /// <inheritdoc />
    public double[] MarginsOf(SparseVector row) => _regression.MarginsOf(row);

    /// <inheritdoc />
    public double[][] MarginsOf(IReadOnlyList<SparseVector> rows) => [.. rows.Select(MarginsOf)];

    /// <inheritdoc />
    public IReadOnlyList<ColumnContribution> ContributionsTo(SparseVector row, int @class) => _regression.Contributions(row, @class);

    /// <inheritdoc />
    public byte[] ToBytes() => _regression.ToBytes();

    /// <inheritdoc />
    public void Dispose()
    {
    }

    internal static LinearEvidence Read(ReadOnlySpan<byte> bytes) => new(LogisticRegression.FromBytes(bytes));
}
