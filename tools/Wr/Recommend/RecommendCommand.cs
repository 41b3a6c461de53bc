using System.CommandLine;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary><c>wr recommend</c>: what is recommended for a workflow, or for events in a file.</summary>
internal static class RecommendCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("FILE|WORKFLOW")
        {
            Description = "A file with one WorkflowAssistanceRequested, or a list of them, to publish; else the name of a workflow whose recommendations to show.",
        };
        var json = Output.JsonOption();
        var command = new Command("recommend", "Show what is recommended for a workflow, or publish events and show what comes back.") { what, json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance =>
            File.Exists(call.GetValue(what)!)
                ? FileRecommendation.RunAsync(instance, call.GetValue(what)!, call.GetValue(json), cancellation)
                : WorkflowRecommendation.RunAsync(instance, call.GetValue(what)!, call.GetValue(json), cancellation)));
        return command;
    }
}
