using WorkflowRecovery.Learning.Linear;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Evidence;

/// <summary>
/// What was learned of a target, as it is stored and asked: margins, the evidence that a row gives for each class beside
/// the rates of the classes. May be asked from several threads at once.
/// </summary>
public interface IEvidence : IDisposable
{
    /// <summary>What it is, see <see cref="EvidenceKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Number of classes.</summary>
    int Classes { get; }

    /// <summary>Number of columns of a row.</summary>
    int Columns { get; }

    /// <summary>What a row adds to the logarithm of each class's rate, in nats, up to a constant.</summary>
    /// <exception cref="ArgumentException">The row has another number of columns.</exception>
    double[] MarginsOf(SparseVector row);

    /// <summary>Margins of many rows at once, each as of the single row.</summary>
    /// <exception cref="ArgumentException">A row has another number of columns.</exception>
    double[][] MarginsOf(IReadOnlyList<SparseVector> rows);

    /// <summary>What columns add to the margin of a class; none where the kind cannot tell.</summary>
    /// <exception cref="ArgumentException">The row has another number of columns, or there is no such class.</exception>
    IReadOnlyList<ColumnContribution> ContributionsTo(SparseVector row, int @class);

    /// <summary>The stored form; equal trainings give equal bytes.</summary>
    byte[] ToBytes();
}
