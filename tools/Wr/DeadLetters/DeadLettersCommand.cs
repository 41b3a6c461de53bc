using System.CommandLine;
using Spectre.Console;
using WorkflowRecovery.ServiceDefaults.DeadLetters;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.DeadLetters;

/// <summary><c>wr dead-letters</c>: what was refused or failed to the end.</summary>
internal static class DeadLettersCommand
{
    public static Command Create() => new("dead-letters", "List, read and send again messages that were refused or failed to the end.")
    {
        ListCommand(),
        ShowCommand.Create(),
        ReplayLettersCommand.Create(),
    };

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

        var table = new Table().AddColumns("id", "queue", "reason", "routing key", "bytes", "age");
        foreach (var letter in letters)
            table.AddRow([.. new[] { letter.Id, letter.Queue, letter.Reason, letter.RoutingKey, $"{letter.Bytes}", letter.AgeAt(DateTimeOffset.UtcNow) }.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
        Console.WriteLine("Read one with: wr dead-letters show ID. Send again: wr dead-letters replay ID");
    }
}
