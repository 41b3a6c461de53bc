using System.CommandLine;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Models;

/// <summary><c>wr models compare</c>: a set in shadow beside the active one, on live tasks that operators have answered.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("RUN") { Description = "A set that is or was in shadow, named as for show; else the one that is.", Arity = ArgumentArity.ZeroOrOne };
        var examples = Checked.AtLeastOne("--examples", "Tasks to show at most on which both differ.", 5);
        var json = Output.JsonOption();
        var command = new Command("compare", "Show where a set in shadow differs from the active one, and which of them operators agree with.") { name, examples, json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(
            instance, call.GetValue(name), call.GetValue(examples), call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(RunningInstance instance, string? name, int examples, bool json, CancellationToken cancellation)
    {
        var sets = await KnownSets.ReadAsync(instance.Database, cancellation);
        var set = name is not null ? SetName.Find(sets, name) : sets.FirstOrDefault(known => known.State == "shadow")
            ?? throw new ServerException($"No set of models is in shadow. Name one that was: {Hint.To("models compare RUN")}");
        var active = await ComparedCases.BesideAsync(instance.Database, set.RunId, cancellation)
            ?? throw new ServerException($"{set.RunId} has not judged any live task in shadow.");
        var comparison = SetComparison.Of(await ComparedCases.ReadAsync(instance.Database, set.RunId, active, cancellation), examples);
        if (json)
            Output.WriteJson(new { shadow = set.RunId, active, set.State, set.Trial, comparison });
        else
            Describe(set, active, comparison);
        return ExitCodes.Ok;
    }

    private static void Describe(KnownSet set, Guid active, SetComparison comparison)
    {
        Console.WriteLine($"{set.RunId} ({set.State}) beside {active} on {comparison.Answered} live tasks that were answered after both had judged them.");
        if (comparison.ActiveLogLoss is { } activeLoss)
            Console.WriteLine($"Log-loss of action and memory on {comparison.Scored} of them whose order says all: active {activeLoss:0.0000}, in shadow {comparison.ShadowLogLoss:0.0000}.");
        if (set.Trial is { } trial)
            Console.WriteLine($"The test: {SafeText.Of(trial)}");
        Console.WriteLine($"Both differ in the likeliest action or memory on {comparison.Differing} tasks.");
        if (comparison.Differing == 0)
            return;

        var pairs = new Listing("active says", "shadow says", "tasks", "active right", "shadow right");
        foreach (var pair in comparison.Pairs)
            pairs.Add(pair.ActiveSays, pair.ShadowSays, $"{pair.Tasks}", $"{pair.ActiveRight}", $"{pair.ShadowRight}");
        pairs.Write();
        Console.WriteLine();
        var examples = new Listing("active says", "shadow says", "ordered", "for example");
        foreach (var example in comparison.Examples)
            examples.Add(example.ActiveSays, example.ShadowSays, example.Ordered, example.Task);
        examples.Write();
    }
}
