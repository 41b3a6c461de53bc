using System.Collections.Immutable;

namespace WorkflowRecovery.Domain.Matrices;

/// <summary>
/// The sparse matrix error code x site x readiness of one task: what the operator looks at.
/// Cells are unique by (code, site, readiness) and sorted by code, site (ordinal), readiness, so that equal
/// content is equal whatever order it arrived in.
/// </summary>
public sealed class SiteErrorMatrix : IEquatable<SiteErrorMatrix>
{
    private SiteErrorMatrix(ImmutableArray<MatrixCell> cells) => Cells = cells;

    /// <summary>The matrix without cells: a task that was reported with no error at all.</summary>
    public static SiteErrorMatrix Empty { get; } = new([]);

    /// <summary>The cells, sorted.</summary>
    public ImmutableArray<MatrixCell> Cells { get; }

    /// <summary>Failed jobs over all cells that are errors; the marks of code -1 are not errors.</summary>
    public long TotalErrors => Cells.Where(cell => cell.Code != NotReported).Sum(cell => cell.Count);

    /// <summary>The code of work lost without a report: data, not an error.</summary>
    public const int NotReported = -1;

    /// <summary>
    /// Builds a matrix from rows in any order: rows of one (code, site, readiness) are summed, count 0 is dropped,
    /// except for code -1 where it means 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static SiteErrorMatrix Of(IEnumerable<MatrixCell> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var sums = new Dictionary<(int Code, string Site, Sites.Readiness Readiness), long>();
        foreach (var row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row.Count, nameof(rows));
            var count = row is { Code: NotReported, Count: 0 } ? 1 : row.Count;
            if (count == 0)
                continue;

            var key = (row.Code, row.Site, row.Readiness);
            sums[key] = sums.GetValueOrDefault(key) + count;
        }

        return sums.Count == 0
            ? Empty
            : new([.. sums
                .OrderBy(sum => sum.Key.Code)
                .ThenBy(sum => sum.Key.Site, StringComparer.Ordinal)
                .ThenBy(sum => sum.Key.Readiness)
                .Select(sum => new MatrixCell(sum.Key.Code, sum.Key.Site, sum.Key.Readiness, sum.Value))]);
    }

    /// <inheritdoc />
    public bool Equals(SiteErrorMatrix? other) => other is not null && Cells.AsSpan().SequenceEqual(other.Cells.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as SiteErrorMatrix);

    /// <inheritdoc />
    public override int GetHashCode() => Cells.IsEmpty ? 0 : HashCode.Combine(Cells.Length, Cells[0], Cells[^1]);
}
