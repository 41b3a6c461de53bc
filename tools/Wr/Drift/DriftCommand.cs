using System.CommandLine;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Drift;

/// <summary><c>wr drift</c>: whether what comes in is still like what the models have learned from.</summary>
internal static class DriftCommand
{
    public static Command Create()
    {
        var json = Output.JsonOption();
        var status = new Command("status", "Show which drift lasts, and which was found before.") { json };
        status.SetAction((call, cancellation) => InstanceSession.RunAsync(instance => RunAsync(instance, call.GetValue(json), cancellation)));
        return new Command("drift", "Whether errors, sites and orders are still like what the models have learned from.").Alone(status);
    }

    private static async Task<int> RunAsync(RunningInstance instance, bool json, CancellationToken cancellation)
    {
        var found = await FoundDrift.NewestAsync(instance, cancellation);
        if (json)
            Output.WriteJson(new { isOn = found.Any(drift => drift.IsOn), found });
        else
            Describe(found);
        return ExitCodes.Ok;
    }

    private static void Describe(IReadOnlyList<FoundDrift> found)
    {
        Console.WriteLine(found.Any(drift => drift.IsOn) ? "Drift: errors, sites or orders are no longer like what the models have learned from." : "No drift is known: what comes in is compared with what the active models learned from, once there are both.");
        if (found.Count == 0)
            return;
        var listing = new Listing("since", "lasts", "statistic", "effect", "what");
        foreach (var drift in found)
            listing.Add($"{drift.Since.UtcDateTime:yyyy-MM-dd HH:mm}", drift.IsOn ? "yes" : "no", $"{drift.Statistic:0.0}", $"{drift.Effect:0.00}", drift.Text);
        listing.Write();
    }
}
