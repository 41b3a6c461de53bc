using System.CommandLine;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.DeadLetters;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.DeadLetters;

/// <summary><c>wr dead-letters replay</c>: sends messages again where they came from.</summary>
internal static class ReplayLettersCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("ID") { Description = "Id that list shows.", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All of them." };
        var queue = new Option<string?>("--queue") { Description = "With --all: only those of this queue." };
        var json = Output.JsonOption();
        var command = new Command("replay", "Send one, or all, again where they came from; each is removed once the broker has it again.") { id, all, queue, json };
        command.Validators.Add(call =>
        {
            if (call.Names(all) == call.Names(id) || (call.Names(queue) && !call.Names(all)))
                call.AddError("Say either an ID, or --all, which may have a --queue.");
        });
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(
            instance, call.GetValue(id), call.GetValue(queue), call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(RunningInstance instance, string? id, string? only, bool json, CancellationToken cancellation)
    {
        await using var box = await DeadLetterBox.OpenAsync(instance.Broker.Admin, "wr dead-letters", cancellation);
        var queues = await DeadLetterQueues.ListAsync(instance.Broker, cancellation);
        if (only is not null && !queues.Contains(only))
            throw new ServerException($"There is no queue of dead letters {SafeText.Of(only)}; there are {string.Join(", ", queues)}.");

        var replayed = 0;
        foreach (var queue in queues.Where(queue => only is null || queue == only))
            replayed += await box.ReplayAsync(queue, letter => id is null || letter.Id == id, cancellation);
        if (id is not null && replayed == 0)
            throw new ServerException($"There is no dead letter {SafeText.Of(id)}. See: {Hint.To("dead-letters list")}");
        if (json)
            Output.WriteJson(new { replayed });
        else
            Console.WriteLine($"Sent {replayed} again.");
        return ExitCodes.Ok;
    }
}
