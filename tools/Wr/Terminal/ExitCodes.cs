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
        foreach (var error in call.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine($"Try: ./wr{PathOf(call.CommandResult)} --help");
        return WrongUsage;
    }

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult outer ? $"{PathOf(outer)} {command.Command.Name}" : "";
}
