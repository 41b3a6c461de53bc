using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.DeadLetters;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Live;

namespace WorkflowRecovery.Wr.Recommend;

/// <summary>What came back for the events of a file.</summary>
internal sealed record Answers(IReadOnlyList<JsonElement> Recommendations, IReadOnlyList<DeadLetterSummary> Rejected, int Unanswered);

/// <summary>Waits for the answer to each event: a recommendation, one that was given before, or a rejection.</summary>
internal sealed class AnswerWait(RunningInstance instance, RecommendationListener listener, IProgress<Step> progress)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    // An event that was answered before is not answered again: then its stored answer is what there is to show.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Guid, JsonElement> _recommended = [];
    private readonly Dictionary<string, DeadLetterSummary> _rejected = [];

    public async Task<Answers> RunAsync(IReadOnlyList<SentEvent> events, CancellationToken cancellation)
    {
        await using var box = await DeadLetterBox.OpenAsync(instance.Broker.Admin, "wr recommend", cancellation);
        for (var waited = TimeSpan.Zero; ; waited += LookEvery)
        {
            while (listener.Heard.TryRead(out var heard))
                _recommended[heard.Said.RecommendationId] = JsonSerializer.Deserialize<JsonElement>(heard.Body);
            await LookAtRejectedAsync(box, events, cancellation);
            if (waited >= Silence)
                await LookAtStoredAsync([.. Open(events).Select(one => one.RecommendationId).OfType<Guid>()], cancellation);
            var open = Open(events).Count();
            progress.Report(new Step(1 - (double)open / Math.Max(1, events.Count), $"{events.Count - open} of {events.Count} events answered"));
            if (open == 0 || waited > Patience)
                return new Answers(Recommended(events), [.. _rejected.Values], open);
            await Task.Delay(LookEvery, cancellation);
        }
    }

    private IEnumerable<SentEvent> Open(IReadOnlyList<SentEvent> events) => events.Where(one =>
        !_rejected.ContainsKey(one.MessageId.ToString()) && (one.RecommendationId is not { } id || !_recommended.ContainsKey(id)));

    private IReadOnlyList<JsonElement> Recommended(IReadOnlyList<SentEvent> events) =>
        [.. events.Select(one => one.RecommendationId).OfType<Guid>().Distinct().Where(_recommended.ContainsKey).Select(id => _recommended[id])];

    private async Task LookAtRejectedAsync(DeadLetterBox box, IReadOnlyList<SentEvent> events, CancellationToken cancellation)
    {
        if (await QueueLength.OfAsync(instance.InsideAddress, [Names.RejectedQueue], cancellation) == 0)
            return;
        var ours = events.Select(one => one.MessageId.ToString()).ToHashSet();
        foreach (var (id, letter) in await box.ReadAsync(Names.RejectedQueue, int.MaxValue, letter => (letter.Properties.MessageId, DeadLetterSummary.Of(letter)), cancellation))
        {
            if (id is not null && ours.Contains(id))
                _rejected[id] = letter;
        }
    }

    private async Task LookAtStoredAsync(Guid[] ids, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(
            "select distinct on (event_id) event_id, body from scorer.given_recommendation where event_id = any($1) order by event_id, revision desc");
        command.Parameters.Add(new() { Value = ids });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            _recommended[rows.GetGuid(0)] = JsonSerializer.Deserialize<JsonElement>((byte[])rows[1]);
    }
}
