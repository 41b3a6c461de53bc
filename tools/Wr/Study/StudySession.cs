using Spectre.Console;
using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Study.Deciding;
using WorkflowRecovery.Wr.Study.Report;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Study;

/// <summary>One study from the records to table, numbers and report.</summary>
internal static class StudySession
{
    /// <summary>A file or another program has no edge to break lines at.</summary>
    private const int WideColumns = 250;

    public static async Task<int> RunAsync(StudyOptions options, CancellationToken cancellation)
    {
        foreach (var file in new[] { options.Searches, options.Json, options.Report }.OfType<string>())
            WrittenFile.Check(file);
        var kept = KeptTrials.Open(options.Searches);
        await Steps.ShowAsync(async progress =>
        {
            await DebianPackages.EnsureAsync([DebianPackage.XgBoost], progress, cancellation);
            return true;
        });
        var source = await Bars.ShowAsync("read", progress => StudySource.ReadAsync(options.Paths, progress, cancellation));
        var result = await Bars.ShowAsync("study", progress => new WholeStudy(source, options, kept, progress).RunAsync(cancellation));
        Describe(result);
        if (options.Json is { } json)
            await File.WriteAllTextAsync(json, result.ToJson(), cancellation);
        if (options.Report is { } report)
            await File.WriteAllTextAsync(report, StudyReport.Of(result).ToHtml(), cancellation);
        return ExitCodes.Ok;
    }

    private static void Describe(StudyResult result)
    {
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = WideColumns;
        AnsiConsole.Write(StudyTable.Of(result.Rows));
        if (result.Skipped.Count > 0)
        {
            Console.WriteLine("Left out:");
            AnsiConsole.Write(SkippedCells.Table(result.Skipped));
        }

        if (result.Comparisons.Count > 0)
        {
            Console.WriteLine("Ours against the talk's best, by time and workflow (the interval is over families drawn anew, the spread over seeds):");
            AnsiConsole.Write(ComparisonCells.Table(result.Comparisons));
        }

        if (result.Deciding.Deciders.Count > 0)
        {
            Console.WriteLine("Share of the later workflows that can be decided at an agreement with operators (intervals over families drawn anew):");
            AnsiConsole.Write(DecidingCells.Table(result.Deciding.Deciders));
        }

        foreach (var line in StudyWords.Of(result))
            Console.WriteLine(SafeText.Of(line));
    }
}
