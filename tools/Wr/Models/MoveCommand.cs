using System.CommandLine;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Models;

/// <summary><c>wr models promote</c>, <c>rollback</c> and <c>retire</c>: moves of a set that a person decides.</summary>
internal static class MoveCommand
{
    public static Command Promote() => Create(ModelMoves.Promote, "Make a set active now, whatever its shadow has shown so far.", NameArgument());

    public static Command Retire() => Create(ModelMoves.Retire, "End the shadow of a set.", NameArgument());

    public static Command Rollback()
    {
        var to = new Option<string?>("--to") { Description = "Any set that ever was active, named as for show; else the one that was active before." };
        var (command, why, json) = Begin(ModelMoves.Rollback, "Bring back the set that was active before, at once; the present one is retired.");
        command.Add(to);
        command.SetAction((call, cancellation) => RunAsync(ModelMoves.Rollback, call.GetValue(to), call.GetValue(why)!, call.GetValue(json), cancellation));
        return command;
    }

    private static Command Create(string move, string description, Argument<string> name)
    {
        var (command, why, json) = Begin(move, description);
        command.Add(name);
        command.SetAction((call, cancellation) => RunAsync(move, call.GetValue(name)!, call.GetValue(why)!, call.GetValue(json), cancellation));
        return command;
    }

    private static (Command Command, Option<string> Why, Option<bool> Json) Begin(string move, string description)
    {
        var why = new Option<string>("--why") { Description = "Why; it is kept with your name.", Required = true };
        why.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                given.AddError("--why must say something.");
        });
        var json = Output.JsonOption();
        return (new Command(move, description) { why, json }, why, json);
    }

    private static Argument<string> NameArgument() => new("RUN") { Description = "Run that list shows, or its beginning, or a version; as for show." };

    private static Task<int> RunAsync(string move, string? name, string why, bool json, CancellationToken cancellation) => InstanceSession.RunAsync(async instance =>
    {
        var set = name is null ? null : SetName.Find(await KnownSets.ReadAsync(instance.Database, cancellation), name);
        var request = new ModelMoveRequested(Guid.NewGuid(), move, set?.RunId, $"{Environment.UserName} by wr", why);
        var answer = await new MoveRequest(instance).RunAsync(request, cancellation);
        if (json)
            Output.WriteJson(new { request.RequestId, request.Move, request.RunId, answer });
        else
            Console.WriteLine(SafeText.Of(answer));
        return ExitCodes.Ok;
    });
}
