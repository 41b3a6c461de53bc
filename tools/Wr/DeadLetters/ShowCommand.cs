using System.CommandLine;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.DeadLetters;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.DeadLetters;

/// <summary><c>wr dead-letters show</c>: one message in full.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "Id that list shows." };
        var json = Output.JsonOption();
        var command = new Command("show", "Show properties, headers and body of one message; nothing is taken away.") { id, json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(instance, call.GetValue(id)!, call.GetValue(json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(RunningInstance instance, string id, bool json, CancellationToken cancellation)
    {
        await using var box = await DeadLetterBox.OpenAsync(instance.Broker.Admin, "wr dead-letters", cancellation);
        foreach (var queue in await DeadLetterQueues.ListAsync(instance.Broker, cancellation))
        {
            if (await box.FindAsync(queue, letter => letter.Id == id, cancellation) is { } found)
            {
                Show(found, json);
                return ExitCodes.Ok;
            }
        }

        throw new ServerException($"There is no dead letter {SafeText.Of(id)}. See: {Hint.To("dead-letters list")}");
    }

    private static void Show(DeadLetter letter, bool json)
    {
        var summary = DeadLetterSummary.Of(letter);
        var properties = PropertiesOf(letter);
        if (json)
        {
            var headers = letter.Headers.ToDictionary(header => SafeText.Of(header.Name), header => SafeText.Of(header.Value));
            Output.WriteJson(new { summary, properties, headers, body = DeadLetterSummary.BodyOf(letter) });
            return;
        }

        Console.WriteLine($"{summary.Id} in {summary.Queue}: {summary.Reason}");
        foreach (var (name, value) in properties)
            Console.WriteLine($"  {name}: {value}");
        foreach (var (name, value) in letter.Headers)
            Console.WriteLine($"  {SafeText.Of(name)}: {SafeText.Of(value)}");
        Console.WriteLine();
        Console.WriteLine(DeadLetterSummary.BodyOf(letter));
    }

    private static Dictionary<string, string> PropertiesOf(DeadLetter letter)
    {
        var properties = letter.Properties;
        return new (string Name, string? Value)[]
        {
            ("routing key", letter.RoutingKey),
            ("message id", properties.MessageId),
            ("type", properties.Type),
            ("content type", properties.ContentType),
            ("correlation id", properties.CorrelationId),
            ("app id", properties.AppId),
            ("timestamp", letter.MadeAt?.ToString("u")),
        }.Where(property => property.Value is not null).ToDictionary(property => property.Name, property => SafeText.Of(property.Value));
    }
}
