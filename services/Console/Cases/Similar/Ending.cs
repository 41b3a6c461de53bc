using System.Globalization;
using WorkflowRecovery.Console.Cases.Reading;

namespace WorkflowRecovery.Console.Cases.Similar;

/// <summary>How the recovery of a past task ended, as far as anybody told.</summary>
internal static class Ending
{
    /// <param name="rows">What was told of the task, in the order of time.</param>
    /// <param name="reportedAt">The round.</param>
    public static string Of(IReadOnlyList<EndingRow> rows, DateTimeOffset reportedAt)
    {
        DateTimeOffset? next = rows.SelectMany(row => row.Rounds).Select(round => (DateTimeOffset?)new DateTimeOffset(round, TimeSpan.Zero)).Where(round => round > reportedAt).Min();
        var told = rows.LastOrDefault(row => row.ReportedAt >= reportedAt && (next is null || row.ReportedAt <= next));
        string?[] parts = [told is null ? null : Words(told), next is { } again ? $"reported again on {again.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : null];
        var said = string.Join("; ", parts.OfType<string>());
        return said.Length == 0 ? "not recorded" : said;
    }

    private static string Words(EndingRow told) => (told.Succeeded, told.RecoveredJobs, told.FailedJobs) switch
    {
        (true, { } recovered, _) => $"worked, {recovered} jobs recovered",
        (true, _, _) => "worked",
        (false, _, { } failed) => $"did not work, {failed} jobs failed",
        (false, _, _) => "did not work",
        (_, { } recovered, { } failed) => $"{recovered} jobs recovered, {failed} failed",
        _ => "ended, nothing more is known",
    };
}
