using WorkflowRecovery.Learning.Linear;
using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Evidence;

/// <summary>The evidence of boosted trees; contributions are SHAP values.</summary>
/// <param name="trees">Trees that started from the rates of what they learned from.</param>
public sealed class TreesEvidence(BoostedTrees trees) : IEvidence
{
    /// <inheritdoc />
    public string Kind => EvidenceKinds.Trees;

    /// <inheritdoc />
    public int Classes => trees.Classes;

    /// <inheritdoc />
    public int Columns => trees.Columns;

    /// <inheritdoc />
    public double[] MarginsOf(SparseVector row) => trees.MarginsOf(row);

    /// <inheritdoc />
    public double[][] MarginsOf(IReadOnlyList<SparseVector> rows) => trees.MarginsOf(rows);

    /// <inheritdoc />
    public IReadOnlyList<ColumnContribution> ContributionsTo(SparseVector row, int @class)
    {
        var amounts = trees.ContributionsOf(row, @class);
        var told = new List<ColumnContribution>();
        for (var column = 0; column < Columns; column++)
        {
            if (amounts[column] != 0)
                told.Add(new(column, amounts[column]));
        }

        return told;
    }

    /// <inheritdoc />
    public byte[] ToBytes() => trees.ToBytes();

    /// <inheritdoc />
    public void Dispose() => trees.Dispose();

    internal static TreesEvidence Read(ReadOnlySpan<byte> bytes, int classes)
    {
        try
        {
            return new(BoostedTrees.Load(bytes, classes));
        }
        catch (XgboostException fault)
        {
            throw new FormatException("these bytes are not trees", fault);
        }
    }
}
