using System.CommandLine;
using System.CommandLine.Parsing;

namespace WorkflowRecovery.Wr.Display;

/// <summary>Options whose value is checked when the call is read.</summary>
internal static class Checked
{
    /// <summary>Whether the call names an argument or an option. Validators ask this and not for its value, which throws when it was forgotten.</summary>
    public static bool Names(this CommandResult call, Symbol asked) => asked switch
    {
        Option option => call.GetResult(option) is { Implicit: false },
        Argument argument => call.GetResult(argument) is { Tokens.Count: > 0 },
        _ => false,
    };

    /// <summary>A whole number of at least 1.</summary>
    public static Option<int> AtLeastOne(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(given =>
        {
            // Asked for its value, a word that is no number would throw; that it is none is said by the option itself.
            if (given.Tokens.Any(token => int.TryParse(token.Value, out var value) && value < 1))
                given.AddError($"{name} must be at least 1.");
        });
        return option;
    }
}
