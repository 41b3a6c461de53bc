using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace WorkflowRecovery.Wr.Terminal;

/// <summary>What the command line ends with.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int MissingPrerequisite = 3;

    public static bool IsHelp(this ParseResult call) => call.Action is HelpAction;

    /// <summary>Says what was wrong with the call and how to find out more.</summary>
    public static int Usage(ParseResult call)
    {
        var command = Hint.Program + PathOf(call.CommandResult);
        // That a further word is missing is said of every word that is none.
        var said = call.UnmatchedTokens.Count > 0 ? call.Errors.Where(error => call.UnmatchedTokens.Any(error.Message.Contains)).ToList() : [.. call.Errors];
        foreach (var error in said.Count > 0 ? said : [.. call.Errors])
            Console.Error.WriteLine($"{command}: {Text(error)}");
        Console.Error.WriteLine($"Try: {command} --help");
        return WrongUsage;
    }

    private static string Text(ParseError error) =>
        error.SymbolResult is ArgumentResult { Argument: var argument, Tokens.Count: 0 } ? $"{argument.Name} is missing." : error.Message;

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult outer ? $"{PathOf(outer)} {command.Command.Name}" : "";
}
