using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Console.Queue;

/// <summary>What the queue shows of a matrix. Work lost without a report comes last, since it is no error.</summary>
internal static class QueueErrors
{
    public static IReadOnlyList<CodeCount> CodesOf(SiteErrorMatrix matrix) =>
        [.. matrix.Cells.GroupBy(cell => cell.Code).Select(code => new CodeCount(code.Key, code.Sum(cell => cell.Count)))
            .OrderBy(count => count.Code == SiteErrorMatrix.NotReported).ThenByDescending(count => count.Count).ThenBy(count => count.Code)];

    public static IReadOnlyList<string> SitesOf(SiteErrorMatrix matrix) =>
        [.. matrix.Cells.GroupBy(cell => cell.Site).OrderByDescending(SumOf).ThenBy(site => site.Key, StringComparer.Ordinal).Select(site => site.Key)];

    private static long SumOf(IEnumerable<MatrixCell> cells) => cells.Where(cell => cell.Code != SiteErrorMatrix.NotReported).Sum(cell => cell.Count);
}
