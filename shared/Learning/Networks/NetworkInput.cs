using System.Collections.Immutable;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Networks;

/// <summary>What one branch of a network is given: one entry per row of the sample.</summary>
public abstract record NetworkInput
{
    private protected NetworkInput()
    {
    }

    /// <summary>Number of rows.</summary>
    public abstract int Count { get; }
}

/// <summary>Rows of named columns, or images: row-major, channel last, so that a pixel's column is (y * width + x) * channels + channel.</summary>
/// <param name="Rows">The vectors, all of the dimension that the branch was designed for.</param>
public sealed record SparseRows(IReadOnlyList<SparseVector> Rows) : NetworkInput
{
    /// <inheritdoc/>
    public override int Count => Rows.Count;
}

/// <summary>Texts as word ids, in the order of the text.</summary>
/// <param name="Rows">Ids from 0 up to the vocabulary's size - 1; a text may be empty.</param>
public sealed record WordRows(IReadOnlyList<ImmutableArray<int>> Rows) : NetworkInput
{
    /// <inheritdoc/>
    public override int Count => Rows.Count;
}
