using System.CommandLine;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary><c>wr recommend</c>: what is recommended for a workflow, or for events in a file.</summary>
internal static class RecommendCommand
{
    private const int UsualSimilar = 5;

    private static readonly Argument<string> What = new("FILE|WORKFLOW")
    {
        Description = "A file with one WorkflowAssistanceRequested, or a list of them, to publish; else the name of a workflow whose recommendations to show.",
    };

    private static readonly Option<int?> Similar = new("--similar")
    {
        Description = $"With a WORKFLOW: also show so many past tasks that failed alike ({UsualSimilar} without a number), and what was ordered for them.",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "N",
    };

    public static Command Create()
    {
        var json = Output.JsonOption();
        var command = new Command("recommend", "Show what is recommended for a workflow, or publish events and show what comes back.") { What, Similar, json };
        command.Validators.Add(call =>
        {
            // Asked for a value, a word that is no number, or a name that is missing, would throw; both are said by themselves.
            if (call.GetResult(Similar) is not { } similar)
                return;
            if (similar.Tokens.Any(token => int.TryParse(token.Value, out var count) && count < 1))
                call.AddError("--similar must be at least 1.");
            if (call.GetResult(What) is { } what && what.Tokens.Any(token => File.Exists(token.Value)))
                call.AddError("--similar belongs to a WORKFLOW, not to a FILE.");
        });
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance =>
            File.Exists(call.GetValue(What)!)
                ? FileRecommendation.RunAsync(instance, call.GetValue(What)!, call.GetValue(json), cancellation)
                : new WorkflowRecommendation(instance, SimilarOf(call)).RunAsync(call.GetValue(What)!, call.GetValue(json), cancellation)));
        return command;
    }

    private static int? SimilarOf(ParseResult call) => call.GetResult(Similar) is null ? null : call.GetValue(Similar) ?? UsualSimilar;
}
