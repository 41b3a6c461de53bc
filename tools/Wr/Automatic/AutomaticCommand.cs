using System.CommandLine;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Automatic;

/// <summary><c>wr automatic</c>: whether anything may be done without an operator.</summary>
internal static class AutomaticCommand
{
    public static Command Create() => new("automatic", "Switch automatic recovery on or off, and say what may be automatic now.")
    {
        SwitchCommand("on", isOn: true, "Switch it on: from the next event on, what the policy allows may be automatic."),
        SwitchCommand("off", isOn: false, "Switch it off: from the next event on, nothing is automatic."),
        StatusCommand(),
        CheckCommand(),
    };

    private static Command SwitchCommand(string name, bool isOn, string description)
    {
        var why = new Option<string>("--why") { Description = "The reason, kept with the switch." };
        var command = new Command(name, description) { why };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(async instance =>
        {
            await AutomaticSwitch.MoveAsync(instance.Database, isOn, Environment.UserName, call.GetValue(why), cancellation);
            Console.WriteLine($"Automatic recovery is switched {name}.");
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static Command StatusCommand()
    {
        var json = Output.JsonOption();
        var command = new Command("status", "Say what may be automatic now, and why not.") { json };
        command.SetAction((call, cancellation) => InstanceSession.RunAsync(async instance =>
        {
            var status = await AutomaticStatus.ReadAsync(instance.Database, cancellation);
            if (call.GetValue(json))
                Output.WriteJson(status);
            else
                AutomaticText.Lines(status).ToList().ForEach(line => Console.WriteLine(SafeText.Of(line)));
            return ExitCodes.Ok;
        }));
        return command;
    }

    private static Command CheckCommand()
    {
        var file = new Argument<string>("file") { Description = "A policy file (docs/policy.md)." };
        var command = new Command("check", "Check a policy file. Ends with 1 when it cannot be obeyed.") { file };
        command.SetAction((call, _) => InstanceSession.GuardAsync(async () =>
        {
            var (policy, problems) = PolicyFile.Read(await File.ReadAllTextAsync(call.GetRequiredValue(file), CancellationToken.None));
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync(SafeText.Of(problem));
            if (policy is null)
                return ExitCodes.Failed;

            foreach (var line in PolicySentences.Of(policy))
                Console.WriteLine(SafeText.Of(line));
            return ExitCodes.Ok;
        }));
        return command;
    }
}
