using System.CommandLine;
using Spectre.Console;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Bench;

/// <summary><c>wr bench</c>: how fast and how large, beside targets and floors.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var json = Output.JsonOption();
        var command = new Command("bench", "Measure import, training, latency, throughput and memory on an instance of its own. Ends with 1 when a target is missed.") { json };
        command.SetAction((call, cancellation) => InstanceSession.GuardAsync(() => RunAsync(call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CancellationToken cancellation)
    {
        var own = new OwnInstance(Repository.Root(), "bench");
        IReadOnlyList<Measure> measures;
        try
        {
            measures = await new BenchRun(own).RunAsync(cancellation);
        }
        finally
        {
            await own.StopAsync();
        }

        if (json)
            Output.WriteJson(new { processors = Environment.ProcessorCount, measures });
        else
            Describe(measures);
        return measures.All(measure => measure.IsKept) ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private static void Describe(IReadOnlyList<Measure> measures)
    {
        var table = new Table().AddColumns("what", "measured", "target", "floor in the same run", "times floor");
        foreach (var measure in measures)
        {
            table.AddRow(
                Markup.Escape(measure.Name),
                $"{measure.Value} {measure.Unit}{(measure.IsKept ? "" : " (missed)")}",
                measure.Target is { } target ? $"{target} {measure.Unit}" : "-",
                measure.Floor is { } floor ? $"{floor} {measure.Unit}: {measure.FloorName}" : "-",
                measure.TimesFloor is { } times ? $"{times}" : "-");
        }

        AnsiConsole.Write(table);
        Console.WriteLine($"On {Environment.ProcessorCount} processors.");
    }
}
