using System.CommandLine;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Models;

/// <summary><c>wr models</c>: which models there are, how they do, and which of them are in use.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new Command("models", "List and compare sets of models, the active one and the one in shadow, and move them. Alone it lists them.")
    {
        ShowCommand.Create(),
        CompareCommand.Create(),
        MoveCommand.Promote(),
        MoveCommand.Rollback(),
        MoveCommand.Retire(),
    }.Alone(ListCommand.Create());
}
