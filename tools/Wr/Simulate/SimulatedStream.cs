using System.Diagnostics;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Simulation.Sites;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Simulate;

/// <summary>What was published.</summary>
internal sealed record PublishedStream(int Events, int Statuses, int Orders);

/// <summary>Publishes the latest tasks of a simulated history as the outside party would have.</summary>
internal sealed class SimulatedStream(RunningInstance instance, IProgress<Step> progress)
{
    /// <summary>Whether what operators order is left out.</summary>
    public bool WithoutActions { get; init; }

    /// <summary>The messages of the last tasks, in the order of their time; what is still to come is left out.</summary>
    public static IReadOnlyList<OutsideMessage> Messages(SimulationOptions options, int count, DateTimeOffset now)
    {
        var tasks = HistorySimulation.Records(options).Where(task => task.ReportedAt <= now).TakeLast(count);
        return [.. LiveStream.Of([.. tasks], SiteTimeline.Of(options)).Where(message => message.At <= now).Select(message => FromHere(message, options))];
    }

    /// <summary>Other options tell otherwise of the same site and time, and two stories from one source would contradict each other.</summary>
    private static OutsideMessage FromHere(OutsideMessage message, SimulationOptions options) => message.Body is SiteStatusChanged status
        ? message with { Body = status with { Source = $"{status.Source}-{options.Seed}-{options.Records}-{options.To:yyyyMMddHHmmss}" } }
        : message;

    public async Task<PublishedStream> PublishAsync(SimulationOptions options, int count, int rate, CancellationToken cancellation)
    {
        progress.Report(new Step(0, "making records"));
        var messages = Messages(options, count, DateTimeOffset.UtcNow).Where(message => !(WithoutActions && message.RoutingKey == RoutingKeys.ActionRecorded)).ToList();
        var start = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < messages.Count; sent++)
        {
            var wait = TimeSpan.FromSeconds((double)sent / rate) - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, cancellation);
            var message = messages[sent];
            await instance.Outside.SendOutsideAsync(message.RoutingKey, message.Body.GetType().Name, Guid.NewGuid(), WireJson.Write(message.Body));
            progress.Report(new Step((sent + 1.0) / messages.Count, $"{sent + 1} of {messages.Count} messages published"));
        }

        return new PublishedStream(CountOf(messages, RoutingKeys.WorkflowAssistance), CountOf(messages, RoutingKeys.SiteStatus), CountOf(messages, RoutingKeys.ActionRecorded));
    }

    private static int CountOf(List<OutsideMessage> messages, string routingKey) => messages.Count(message => message.RoutingKey == routingKey);
}
