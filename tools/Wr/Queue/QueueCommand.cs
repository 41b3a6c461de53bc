using System.CommandLine;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Queue;

/// <summary><c>wr queue</c>: the workflows in assistance, as the console's queue shows them.</summary>
internal static class QueueCommand
{
    private static readonly Option<string?> State = new("--state") { Description = "Only workflows that wait for this." };
    private static readonly Option<int> Limit = Checked.AtLeastOne("--limit", "Workflows to show at most; with --json all of them unless it is given.", 50);
    private static readonly Option<int> Days = Checked.AtLeastOne(
        "--days", "Days back that tasks are looked at, as the console's own option Queue__Days says how far its queue goes back.", QueueReader.UsualDays);

    private static readonly Option<bool> Json = Output.JsonOption();

    public static Command Create()
    {
        State.AcceptOnlyFromAmong([.. QueueState.All]);
        var command = new Command("queue", "Show the workflows in assistance, the newest first, with what is recommended for them and what they wait for.") { State, Limit, Days, Json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(
            instance, call.GetValue(State), call.GetValue(Limit), call.CommandResult.Names(Limit), call.GetValue(Days), call.GetValue(Json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(RunningInstance instance, string? state, int limit, bool isLimited, int days, bool json, CancellationToken cancellation)
    {
        var now = DateTimeOffset.UtcNow;
        var all = QueuedWorkflow.Of(await QueueReader.ReadAsync(instance, now.AddDays(-days), cancellation), now);
        var asked = all.Where(workflow => state is null || workflow.State == state).ToList();
        if (json)
        {
            Output.WriteJson(isLimited ? asked.Take(limit) : asked);
            return ExitCodes.Ok;
        }

        var shown = asked.Take(limit).ToList();
        if (shown.Count > 0)
            QueueText.Listing(shown, now).Write();
        Console.WriteLine(QueueText.Counts(all, shown.Count));
        if (shown.Count > 0)
            Console.WriteLine($"More of one with: {Hint.To("recommend WORKFLOW")}. To answer: {Hint.To("console")}");
        return ExitCodes.Ok;
    }
}
