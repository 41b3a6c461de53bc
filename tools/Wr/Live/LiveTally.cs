using System.Diagnostics;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Wr.Live;

/// <summary>Counts what a subscriber saw for the events that were published.</summary>
internal sealed class LiveTally
{
    private readonly Dictionary<Guid, long> _published = [];
    private readonly Dictionary<Guid, HeardRecommendation> _newest = [];
    private readonly Dictionary<(Guid Id, int Revision), HeardRecommendation> _revisions = [];
    private readonly HashSet<(Guid Id, int Revision)> _contradicted = [];
    private readonly List<double> _latencies = [];
    private long _lastFirst;

    /// <summary>Events published.</summary>
    public int Events => _published.Count;

    /// <summary>Events with at least one recommendation.</summary>
    public int Recommended => _latencies.Count;

    /// <summary>Recommendations for these events, repeats included.</summary>
    public int Seen { get; private set; }

    /// <summary>Events without any.</summary>
    public int Lost => Events - Recommended;

    /// <summary>Revisions seen with more than one message id or content.</summary>
    public int Duplicates => _contradicted.Count;

    /// <summary>Repeats, byte for byte.</summary>
    public int Redelivered { get; private set; }

    /// <summary>Events whose newest recommendation abstains.</summary>
    public int Abstained => _newest.Values.Count(heard => heard.Said is { Action: null, Reason: not Words.Blinded });

    /// <summary>Events that the operator decides without hearing from us.</summary>
    public IReadOnlySet<Guid> Blinded =>
        _newest.Where(heard => heard.Value.Said.Reason == Words.Blinded).Select(heard => heard.Key).ToHashSet();

    /// <summary>Milliseconds from publish to first recommendation.</summary>
    public IReadOnlyList<double> Latencies => _latencies;

    /// <summary>From the first event's publish to the last first recommendation.</summary>
    public TimeSpan Span => _published.Count == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_published.Values.Min(), _lastFirst);

    /// <summary>The newest revision of each event.</summary>
    public IReadOnlyDictionary<Guid, HeardRecommendation> Newest => _newest;

    /// <summary>An event is about to be published.</summary>
    public void Publish(Guid eventId, long at) => _published[eventId] = at;

    /// <summary>Something came; true when it is the first recommendation of an event that was published here.</summary>
    public bool Hear(HeardRecommendation heard)
    {
        var (id, revision) = (heard.Said.RecommendationId, heard.Said.Revision);
        if (!_published.TryGetValue(id, out var publishedAt))
            return false;
        Seen++;
        if (!_revisions.TryAdd((id, revision), heard))
            Repeat(_revisions[(id, revision)], heard);

        var first = !_newest.TryGetValue(id, out var known);
        if (first)
            Time(publishedAt, heard.At);
        if (first || known!.Said.Revision < revision)
            _newest[id] = heard;
        return first;
    }

    private void Time(long publishedAt, long heardAt)
    {
        _latencies.Add(Stopwatch.GetElapsedTime(publishedAt, heardAt).TotalMilliseconds);
        _lastFirst = Math.Max(_lastFirst, heardAt);
    }

    private void Repeat(HeardRecommendation before, HeardRecommendation again)
    {
        if (before.MessageId == again.MessageId && before.Body.AsSpan().SequenceEqual(again.Body))
            Redelivered++;
        else
            _contradicted.Add((again.Said.RecommendationId, again.Said.Revision));
    }
}
