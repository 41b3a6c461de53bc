using System.CommandLine;

namespace WorkflowRecovery.Wr.Terminal;

/// <summary>A command whose name alone means one of its own commands.</summary>
internal static class UsualCommand
{
    /// <summary>Lets the outer command do without a further word what the inner one does without arguments.</summary>
    public static Command Alone(this Command outer, Command usual)
    {
        outer.Add(usual);
        foreach (var option in usual.Options)
            outer.Add(option);
        outer.Action = usual.Action;
        return outer;
    }
}
