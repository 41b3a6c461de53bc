using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>Which error codes make two tasks alike.</summary>
internal static class SharedErrors
{
    private const int Most = 3;
    private const string Everywhere = "/all/any";

    private static readonly (int Column, string Row)[] Rows =
        [.. MatrixViews.Tier.Columns.Index()
            .Select(column => (column.Index, Row: column.Item.EndsWith(Everywhere, StringComparison.Ordinal) ? column.Item[..^Everywhere.Length] : ""))
            .Where(column => CodeRows.Names.Contains(column.Row) && column.Row != $"{SiteErrorMatrix.NotReported}")];

    /// <summary>The codes that both have, by what they add to the product of the two rows.</summary>
    public static IReadOnlyList<string> Of(SparseVector one, SparseVector other) =>
        [.. Rows
            .Select(row => (row.Row, Product: one[row.Column] * other[row.Column]))
            .Where(row => row.Product > 0)
            .OrderByDescending(row => row.Product)
            .Take(Most)
            .Select(row => row.Row)];
}
