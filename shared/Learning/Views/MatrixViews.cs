using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Learning.Views;

/// <summary>The views in use.</summary>
public static class MatrixViews
{
    /// <summary>The view that matrices are stored with and that the models look through.</summary>
    public static TierView Tier { get; } = new();

    /// <summary>A stored matrix through <see cref="Tier"/>: the stored row where it is of today's version, else made anew.</summary>
    /// <param name="version">The version of the view that the row was made with.</param>
    /// <param name="row">The row as <see cref="SparseVectorBytes"/> writes it.</param>
    /// <param name="cells">The matrix in its stored form; may be null where the row is of today's version.</param>
    /// <exception cref="FormatException">Neither can be read.</exception>
    public static SparseVector StoredTier(int version, byte[] row, byte[]? cells) => version == Tier.Version
        ? SparseVectorBytes.Read(row)
        : Tier.Of(MatrixEncoding.Decode(cells ?? throw new FormatException($"a row of version {version} of the tier view came without its matrix")));
}
