using System.Diagnostics;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Live;

/// <summary>Publishes a live stream as the outside party while a subscriber counts what comes back.</summary>
/// <param name="instance">The instance.</param>
/// <param name="onFirst">Told of the first recommendation of each event.</param>
internal sealed class LiveRun(RunningInstance instance, Action<WorkflowAssistanceRequested, HeardRecommendation, LiveTally> onFirst)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    // The first statuses are many: what overtakes them would wait behind them, and be answered twice.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(10);
    private static readonly string[] StatusQueues = [InsideNames.Queue("ingestor", "intake"), InsideNames.Queue("featurizer", "site-status")];

    private readonly LiveTally _tally = new();
    private readonly Dictionary<Guid, WorkflowAssistanceRequested> _events = [];
    private readonly Lock _lock = new();

    /// <param name="messages">What to publish, in this order.</param>
    /// <param name="pace">Time between two events; zero: as fast as the broker confirms.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<LiveTally> RunAsync(IReadOnlyList<OutsideMessage> messages, TimeSpan pace, CancellationToken cancellation)
    {
        await using var listener = await RecommendationListener.StartAsync(instance.OutsideAddress, cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var listening = ListenAsync(listener, stop.Token);
        await PublishAsync(messages, pace, cancellation);
        await UntilAnsweredAsync(cancellation);
        await stop.CancelAsync();
        await listening;
        return _tally;
    }

    private async Task PublishAsync(IReadOnlyList<OutsideMessage> messages, TimeSpan pace, CancellationToken cancellation)
    {
        var (start, events) = (Stopwatch.GetTimestamp(), 0);
        foreach (var message in messages)
        {
            if (message.Body is WorkflowAssistanceRequested reported)
            {
                if (events == 0)
                    await SettleAsync(cancellation);
                if (events == 1)
                    start = await UntilWarmAsync(cancellation);
                var wait = pace * Math.Max(0, events++ - 1) - Stopwatch.GetElapsedTime(start);
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, cancellation);
                Note(reported);
            }

            await instance.Outside.SendOutsideAsync(message.RoutingKey, message.Body.GetType().Name, Guid.NewGuid(), WireJson.Write(message.Body));
        }
    }

    /// <summary>The first event finds the services cold; the others wait for its answer instead of queueing behind it.</summary>
    private async Task<long> UntilWarmAsync(CancellationToken cancellation)
    {
        for (var since = Stopwatch.GetTimestamp(); Counts().Lost > 0 && Stopwatch.GetElapsedTime(since) < Warming;)
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        return Stopwatch.GetTimestamp();
    }

    /// <summary>Returns when the statuses so far have been taken up.</summary>
    private async Task SettleAsync(CancellationToken cancellation)
    {
        do
        {
            await Task.Delay(Settling, cancellation);
        }
        while (await QueueLength.OfAsync(instance.InsideAddress, StatusQueues, cancellation) > 0);
    }

    private void Note(WorkflowAssistanceRequested reported)
    {
        var id = EventIdentity.Of(reported.Workflow, reported.Task, reported.ReportedAt);
        lock (_lock)
        {
            _events[id] = reported;
            _tally.Publish(id, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Returns when every event is answered and nothing more came for a moment, or when nothing came for a minute.</summary>
    private async Task UntilAnsweredAsync(CancellationToken cancellation)
    {
        var (before, since) = (-1, Stopwatch.GetTimestamp());
        while (true)
        {
            var (lost, seen) = Counts();
            if (seen != before)
                (before, since) = (seen, Stopwatch.GetTimestamp());
            if (Stopwatch.GetElapsedTime(since) > (lost == 0 ? Quiet : Patience))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        }
    }

    private (int Lost, int Seen) Counts()
    {
        lock (_lock)
            return (_tally.Lost, _tally.Seen);
    }

    private async Task ListenAsync(RecommendationListener listener, CancellationToken cancellation)
    {
        try
        {
            await foreach (var heard in listener.Heard.ReadAllAsync(cancellation))
                Hear(heard);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Everything that was waited for has come.
        }
    }

    private void Hear(HeardRecommendation heard)
    {
        lock (_lock)
        {
            if (_tally.Hear(heard))
                onFirst(_events[heard.Said.RecommendationId], heard, _tally);
        }
    }
}
