using System.CommandLine;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Reading;
using WorkflowRecovery.Rules.Shipped;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.RuleFiles;

/// <summary><c>wr rules</c>: what a file of rules says, and whether a scorer would take it.</summary>
internal static class RulesCommand
{
    public static Command Create() => new Command("rules", "Check and list rules that stand beside the models (docs/rules.md). Alone it lists those that come with the program.") { Check() }.Alone(List());

    private static Command Check()
    {
        var file = new Argument<string>("FILE") { Description = "A file of rules." };
        var command = new Command("check", "Read a file of rules, try its examples and look for conflicts. Ends with 0 when it can be used.") { file };
        command.SetAction((call, cancellation) => InstanceSession.GuardAsync(async () =>
            Say(RuleText.Checked(await ReadAsync(call.GetValue(file)!, cancellation), DateTimeOffset.UtcNow))));
        return command;
    }

    private static Command List()
    {
        var file = new Argument<string?>("FILE") { Description = "A file of rules; without one, those that come with the program.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("list", "List rules with state, owner, expiry and how many of their examples passed.") { file };
        command.SetAction((call, cancellation) => InstanceSession.GuardAsync(async () =>
        {
            var book = call.GetValue(file) is { } given ? await ReadAsync(given, cancellation) : ShippedRules.Book;
            RuleText.Listing(book, DateTimeOffset.UtcNow).Write();
            return ExitCodes.Ok;
        }));
        return command;
    }

    /// <exception cref="InvalidDataException">A scorer would refuse it; every problem is on a line of its own.</exception>
    private static async Task<RuleBook> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return RuleBook.Parse(await File.ReadAllBytesAsync(file, cancellation));
        }
        catch (RulesRefusedException refused)
        {
            throw new InvalidDataException(string.Join('\n', refused.Problems.Select(problem => SafeText.Of($"{file}: {problem}"))), refused);
        }
    }

    private static int Say(string line)
    {
        Console.WriteLine(line);
        return ExitCodes.Ok;
    }
}
