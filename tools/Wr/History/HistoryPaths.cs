using System.CommandLine;

namespace WorkflowRecovery.Wr.History;

/// <summary>A file of recorded actions and what lies beside it.</summary>
internal sealed record HistoryPaths(string History, string? Extras, string? Logs)
{
    public static Argument<string> HistoryArgument() => new("FILE") { Description = "Recorded actions (actionshistory), plain or gzip." };

    public static Option<string?> ExtrasOption() =>
        new("--extras") { Description = "File beside it: per task reportedAt, campaign, totalJobs, memoryMb, cores." };

    public static Option<string?> LogsOption() => new("--logs") { Description = "File beside it: per task [code, site, text] rows." };
}
