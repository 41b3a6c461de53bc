using System.CommandLine;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Models;

/// <summary><c>wr models show</c>: one set in full.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("RUN") { Description = "Run that list shows, or its beginning; or a version: 3 of the model for the action, memory/3 of another." };
        var json = Output.JsonOption();
        var command = new Command("show", "Show the models of one set, how they did on later tasks, and every move with who made it and why.") { name, json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(instance, call.GetValue(name)!, call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(RunningInstance instance, string name, bool json, CancellationToken cancellation)
    {
        var set = SetName.Find(await KnownSets.ReadAsync(instance.Database, cancellation), name);
        var moves = await KnownSets.MovesOfAsync(instance.Database, set.RunId, cancellation);
        var coverage = await LiveCoverage.OfAsync(instance.Database, set.RunId, cancellation);
        if (json)
        {
            Output.WriteJson(new { set, moves, coverage });
            return ExitCodes.Ok;
        }

        Console.WriteLine($"{set.RunId} is {set.State}: {SafeText.Of(set.Reason)}");
        Console.WriteLine($"Trained because of {SafeText.Of(set.Cause)}, entered {set.EnteredAt:u}{(set.PromotedAt is { } at ? $", active since {at:u} the last time" : "")}.");
        if (set.PreviousRunId is { } previous)
            Console.WriteLine($"A rollback from it leads to {previous}.");
        if (set.Trial is { } trial)
            Console.WriteLine($"In shadow: {SafeText.Of(trial)}");
        coverage.Select(covered => covered.Sentence()).ToList().ForEach(Console.WriteLine);
        Console.WriteLine();
        ListingOf(set).Write();
        Console.WriteLine();
        ListingOf(moves).Write();
        return ExitCodes.Ok;
    }

    private static Listing ListingOf(KnownSet set)
    {
        var listing = new Listing("target", "version", "tasks", "log-loss", "constant", "learned from", "seed", "SHA-256", "code");
        foreach (var model in set.Models)
        {
            listing.Add(
                model.Target, $"{model.Version}", $"{model.Examples}", $"{model.LogLoss:0.0000}", $"{model.ConstantLogLoss:0.0000}",
                $"{model.WindowFrom:yyyy-MM-dd} to {model.WindowTo:yyyy-MM-dd}", $"{model.Seed}",
                (Listing.IsPiped ? model.Sha256 : SafeText.Of(model.Sha256, 13)) + (model.IsKept ? "" : " (not kept)"),
                Listing.IsPiped ? model.CodeVersion : SafeText.Of(model.CodeVersion, 20));
        }

        return listing;
    }

    private static Listing ListingOf(IReadOnlyList<KnownMove> moves)
    {
        var listing = new Listing("when", "from", "to", "by", "why");
        foreach (var move in moves)
            listing.Add($"{move.MovedAt:u}", move.FromState, move.ToState, move.MovedBy, move.Why);
        return listing;
    }
}
