using Spectre.Console;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Study.Inventory;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Study;

/// <summary>One study from the records to table, numbers and report.</summary>
internal static class StudySession
{
    private const int QuickTasks = 9000;

    /// <summary>A file or another program has no edge to break lines at.</summary>
    private const int WideColumns = 240;

    public static async Task<int> RunAsync(StudyOptions options, CancellationToken cancellation)
    {
        await Steps.ShowAsync(async progress =>
        {
            await DebianPackages.EnsureAsync([DebianPackage.XgBoost], progress, cancellation);
            return true;
        });
        var source = await Bars.ShowAsync("study", progress => StudySource.ReadAsync(options.Paths, progress, cancellation));
        var studied = options.Quick ? source.Sample(QuickTasks) : source;
        var set = new TaskSet(studied.Tasks);
        var experiments = StudyPlan.Of(options).ToList();
        var answers = await Bars.ShowAsync("study", progress =>
            new StudyRun(set, options.Seeds, new TimeLeft(options.Seeds * experiments.Sum(experiment => experiment.Cost), progress)).RunAsync(experiments, cancellation));
        List<StudyRow> rows = [.. options.Wants(1) ? ActionRows.Of(studied.Tasks) : [], .. Summary.Of(answers)];
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = WideColumns;
        AnsiConsole.Write(StudyTable.Of(rows.OrderBy(row => row.Row == 0 ? int.MaxValue : row.Row)));
        return ExitCodes.Ok;
    }
}
