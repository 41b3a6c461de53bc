using System.CommandLine;
using System.CommandLine.Parsing;
using Spectre.Console;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Bench;

/// <summary><c>wr bench</c>: how fast and how large, beside targets and floors.</summary>
internal static class BenchCommand
{
    /// <summary>A file or another program has no edge to break lines at.</summary>
    private const int WideColumns = 240;

    public static Command Create()
    {
        var json = Output.JsonOption();
        var only = new Option<BenchPart?>("--only") 
        {
            Description = "One part: pipeline (import, training, latency, throughput, memory; with an instance of its own), learning (network, views, scoring, explanations; without one), tournament (whole trainings of growing size; without one), swap (of the active models while events come; with one), workflow-page, actionshistory or queue (of the console; with an instance of its own).",
            HelpName = "PART",
            CustomParser = PartOf,
        };
        var records = Checked.AtLeastOne("--records", "The tournament's largest history.", TournamentSizes.Usual);
        var large = new Option<bool>("--large") { Description = $"Let the tournament grow to {TournamentSizes.Large} records: half an hour, and gigabytes of memory." };
        var command = new Command("bench", "Measure the pipeline on an instance of its own, and what learns. Ends with 1 when a target is missed.") { only, records, large, json };
        command.SetAction((call, cancellation) => InstanceSession.GuardAsync(() => RunAsync(call.GetValue(only), TournamentSizes.UpTo(call.GetValue(large) ? TournamentSizes.Large : call.GetValue(records)), call.GetValue(json), cancellation)));
        return command;
    }

    /// <summary>Words have hyphens where names have capitals.</summary>
    private static BenchPart? PartOf(ArgumentResult given)
    {
        var word = given.Tokens[0].Value;
        foreach (var part in Enum.GetValues<BenchPart>())
        {
            if (string.Equals(part.ToString(), word.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
                return part;
        }

        given.AddError($"'{word}' is no part: pipeline, learning, tournament, swap, workflow-page, actionshistory or queue.");
        return null;
    }

    private static async Task<int> RunAsync(BenchPart? only, IReadOnlyList<int> sizes, bool json, CancellationToken cancellation)
    {
        IReadOnlyList<Measure> measures =
        [
            .. only is null or BenchPart.Pipeline ? await PipelineAsync(cancellation) : [],
            .. only is null or BenchPart.Learning ? await LearningBench.RunAsync(cancellation) : [],
            .. only is null or BenchPart.Tournament ? await TournamentBench.RunAsync(sizes, cancellation) : [],
            .. only is null or BenchPart.Swap ? await SwapBench.RunAsync(cancellation) : [],
            .. only is null or BenchPart.WorkflowPage ? await WorkflowPageBench.RunAsync(cancellation) : [],
            .. only is null or BenchPart.ActionsHistory ? await ActionsHistoryBench.RunAsync(cancellation) : [],
            .. only is null or BenchPart.Queue ? await QueueBench.RunAsync(cancellation) : [],
        ];
        if (json)
            Output.WriteJson(new { processors = Environment.ProcessorCount, measures });
        else
            Describe(measures);
        return measures.All(measure => measure.IsKept) ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static async Task<IReadOnlyList<Measure>> PipelineAsync(CancellationToken cancellation)
    {
        var own = new OwnInstance(Repository.Root(), "bench");
        try
        {
            return await new BenchRun(own).RunAsync(cancellation);
        }
        finally
        {
            await own.StopAsync();
        }
    }

    private static void Describe(IReadOnlyList<Measure> measures)
    {
        var table = new Table().AddColumns("what", "measured", "target", "floor in the same run", "times floor");
        foreach (var measure in measures)
        {
            table.AddRow(
                Markup.Escape(measure.Name),
                $"{measure.Value} {measure.Unit}{(measure.IsKept ? "" : " (missed)")}",
                TargetOf(measure),
                Markup.Escape(measure.Floor is { } floor ? $"{floor} {measure.Unit}: {measure.FloorName}" : measure.FloorName ?? "-"),
                measure.TimesFloor is { } times ? $"{times}" : "-");
        }

        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = WideColumns;
        AnsiConsole.Write(table);
        Console.WriteLine($"On {Environment.ProcessorCount} processors.");
    }

    private static string TargetOf(Measure measure) => measure switch
    {
        { Target: { } target } => $"{target} {measure.Unit}",
        { TargetTimesFloor: { } times } => $"{times} times the floor",
        _ => "-",
    };
}
