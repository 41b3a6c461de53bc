using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Learning.Views;

/// <summary>Which error a task has most of. Marks of lost work are not errors.</summary>
internal static class MainErrors
{
    /// <summary>The code with the most errors, and how many; of equal ones the smaller code. Null without errors.</summary>
    /// <param name="matrix">The errors.</param>
    /// <param name="counts">Which cells count.</param>
    public static (int Code, long Errors)? CodeOf(SiteErrorMatrix matrix, Func<MatrixCell, bool> counts)
    {
        (int Code, long Errors)? most = null;
        var cells = matrix.Cells;
        for (var at = 0; at < cells.Length;)
        {
            var (code, errors) = (cells[at].Code, 0L);
            for (; at < cells.Length && cells[at].Code == code; at++)
                errors += code != SiteErrorMatrix.NotReported && counts(cells[at]) ? cells[at].Count : 0;

            if (errors > (most?.Errors ?? 0))
                most = (code, errors);
        }

        return most;
    }

    /// <summary>The site with the most errors of a code, good and bad together; of equal ones the first by name.</summary>
    public static string SiteOf(SiteErrorMatrix matrix, int code)
    {
        var (site, most, sum) = ("", 0L, 0L);
        var before = "";
        foreach (var cell in matrix.Cells)
        {
            if (cell.Code != code)
                continue;

            sum = cell.Site == before ? sum + cell.Count : cell.Count;
            before = cell.Site;
            if (sum > most)
                (site, most) = (cell.Site, sum);
        }

        return site;
    }
}
