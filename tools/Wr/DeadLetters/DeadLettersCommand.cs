using System.CommandLine;
using WorkflowRecovery.ServiceDefaults.DeadLetters;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.DeadLetters;

/// <summary><c>wr dead-letters</c>: what was refused or failed to the end.</summary>
internal static class DeadLettersCommand
{
    public static Command Create() => new Command("dead-letters", "List, read and send again messages that were refused or failed to the end. Alone it lists them.")
    {
        ShowCommand.Create(),
        ReplayLettersCommand.Create(),
    }.Alone(ListCommand());

    private static Command ListCommand()
    {
        var limit = Checked.AtLeastOne("--limit", "Messages of each queue at most.", 1000);
        var json = Output.JsonOption();
        var command = new Command("list", "List them, oldest first; nothing is taken away.") { limit, json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => ListAsync(instance, call.GetValue(limit), call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> ListAsync(RunningInstance instance, int limit, bool json, CancellationToken cancellation)
    {
        await using var box = await DeadLetterBox.OpenAsync(instance.Broker.Admin, "wr dead-letters", cancellation);
        var letters = new List<DeadLetterSummary>();
        foreach (var queue in await DeadLetterQueues.ListAsync(instance.Broker, cancellation))
            letters.AddRange(await box.ReadAsync(queue, limit, DeadLetterSummary.Of, cancellation));
        if (json)
            Output.WriteJson(letters);
        else
            Describe(letters);
        return ExitCodes.Ok;
    }

    private static void Describe(List<DeadLetterSummary> letters)
    {
        if (letters.Count == 0)
        {
            Console.WriteLine("There are none.");
            return;
        }

        var listing = new Listing("id", "queue", "came as", "bytes", "age", "reason");
        foreach (var letter in letters)
            listing.Add(letter.Id, letter.Queue, letter.CameAs, $"{letter.Bytes}", letter.AgeAt(DateTimeOffset.UtcNow), letter.Reason);
        listing.Write();
        Console.WriteLine($"Read one with: {Hint.To("dead-letters show ID")}. Send again: {Hint.To("dead-letters replay ID")}");
    }
}
