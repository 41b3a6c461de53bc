using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>
/// A matrix as it is drawn. Rows: codes by category, those of most jobs first, work lost without a report apart at the end. Columns: sites by
/// tier, those that are not good first, then those of most jobs. What is beyond the room is merged, good and bad sites apart.
/// </summary>
/// <param name="Rows">From top to bottom.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Cells">Those that are not empty, by row, then by column.</param>
internal sealed record MatrixLayout(IReadOnlyList<CodeRow> Rows, IReadOnlyList<SiteColumn> Columns, IReadOnlyList<PictureCell> Cells)
{
    /// <param name="matrix">The matrix.</param>
    /// <param name="mostSites">Sites with a column of their own.</param>
    /// <param name="mostCodes">Codes with a row of their own, -1 aside.</param>
    public static MatrixLayout Of(SiteErrorMatrix matrix, int mostSites, int mostCodes)
    {
        var rowOf = RowsOf(matrix, mostCodes);
        var columnOf = ColumnsOf(matrix, mostSites);
        var rows = rowOf.Values.Distinct().OrderBy(row => row.Place).ToList();
        var columns = SiteColumn.Sort(columnOf.Values.Distinct()).ToList();
        var (placeOfRow, placeOfColumn) = (PlacesOf(rows), PlacesOf(columns));
        var cells = matrix.Cells
            .GroupBy(cell => (Row: placeOfRow[rowOf[cell.Code]], Column: placeOfColumn[columnOf[(cell.Site, cell.Readiness)]]))
            .OrderBy(cell => cell.Key)
            .Select(cell => PictureCell.Of(cell.Key.Row, cell.Key.Column, rows[cell.Key.Row], columns[cell.Key.Column], cell.Sum(one => one.Count)));
        return new(rows, columns, [.. cells]);
    }

    private static Dictionary<int, CodeRow> RowsOf(SiteErrorMatrix matrix, int most)
    {
        var sums = matrix.Cells
            .GroupBy(cell => cell.Code)
            .Select(code => (Code: code.Key, Count: code.Sum(cell => cell.Count)))
            .OrderByDescending(code => code.Count).ThenBy(code => code.Code)
            .ToList();
        var lost = sums.Where(code => code.Code == SiteErrorMatrix.NotReported);
        var errors = sums.Where(code => code.Code != SiteErrorMatrix.NotReported).ToList();
        var rest = errors.Skip(most).ToList();
        var merged = CodeRow.OfOthers(rest.Count, rest.Sum(code => code.Count));
        return errors.Take(most).Concat(lost).Select(code => (code.Code, Row: CodeRow.Of(code.Code, code.Count)))
            .Concat(rest.Select(code => (code.Code, Row: merged)))
            .ToDictionary(code => code.Code, code => code.Row);
    }

    private static Dictionary<(string, Readiness), SiteColumn> ColumnsOf(SiteErrorMatrix matrix, int most)
    {
        var sums = matrix.Cells
            .GroupBy(cell => (cell.Site, cell.Readiness))
            .Select(site => (Site: site.Key, Errors: site.Where(cell => cell.Code != SiteErrorMatrix.NotReported).Sum(cell => cell.Count), All: site.Sum(cell => cell.Count)))
            .OrderByDescending(site => site.Errors).ThenByDescending(site => site.All).ThenBy(site => site.Site.Site, StringComparer.Ordinal).ThenBy(site => site.Site.Readiness)
            .ToList();
        var rest = sums.Skip(most).ToLookup(site => site.Site.Readiness.IsGood());
        return sums.Take(most).Select(site => (site.Site, Column: SiteColumn.Of(site.Site.Site, site.Site.Readiness, site.Errors, site.All)))
            .Concat(rest.SelectMany(kind => kind.Select(site => (site.Site, Column: SiteColumn.OfOthers(kind.Key, kind.Count(), kind.Sum(one => one.Errors), kind.Sum(one => one.All))))))
            .ToDictionary(site => (site.Site.Site, site.Site.Readiness), site => site.Column);
    }

    private static Dictionary<T, int> PlacesOf<T>(List<T> ordered) where T : notnull => ordered.Index().ToDictionary(one => one.Item, one => one.Index);
}
