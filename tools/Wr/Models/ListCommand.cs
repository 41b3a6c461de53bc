using System.CommandLine;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Models;

/// <summary><c>wr models list</c>: all sets, the newest first.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var json = Output.JsonOption();
        var command = new Command("list", "List all sets of models, the newest first, with their states and why they are in them.") { json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(instance, call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(RunningInstance instance, bool json, CancellationToken cancellation)
    {
        var sets = await KnownSets.ReadAsync(instance.Database, cancellation);
        if (json)
            Output.WriteJson(sets);
        else if (sets.Count == 0)
            Console.WriteLine($"There are none. Train some with: {Hint.To("train")}");
        else
            Describe(sets);
        return ExitCodes.Ok;
    }

    private static void Describe(IReadOnlyList<KnownSet> sets)
    {
        var listing = new Listing("run", "state", "entered", "models", "learned from", "why");
        foreach (var set in sets)
        {
            listing.Add(
                Listing.IsPiped ? $"{set.RunId}" : SetName.ShortOf(set.RunId),
                set.State,
                $"{set.EnteredAt:yyyy-MM-dd HH:mm}",
                ModelText.Versions(set),
                ModelText.Window(set),
                set.Reason);
        }

        listing.Write();
        Console.WriteLine($"More of one with: {Hint.To("models show RUN")}. How the one in shadow does: {Hint.To("models compare")}");
    }
}
