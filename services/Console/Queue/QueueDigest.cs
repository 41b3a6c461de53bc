using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.Queue;

/// <summary>What all pages show of the whole queue.</summary>
/// <param name="Choices">What it can be filtered by.</param>
/// <param name="Outbreaks">What hits many workflows at once.</param>
internal sealed record QueueDigest(QueueChoices Choices, IReadOnlyList<Outbreak> Outbreaks)
{
    public static QueueDigest Empty { get; } = new(QueueChoices.None, []);
}

/// <summary>Works out the digest of each state of the queue once, however many pages show it, and once a minute anew: an outbreak gets old in a quiet queue, too.</summary>
internal sealed class QueueDigests(IOptions<QueueOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Lock _working = new();
    private QueueSnapshot? _shown;
    private DateTimeOffset _at;
    private QueueDigest _newest = QueueDigest.Empty;

    public QueueDigest Of(QueueSnapshot queue)
    {
        lock (_working)
        {
            var now = clock.GetUtcNow();
            // A page that is late with an older snapshot gets the newer digest.
            var shown = _shown is { } known && known.Version >= queue.Version ? known : queue;
            if (shown != _shown || now - _at >= Fresh)
                (_shown, _at, _newest) = (shown, now, new(QueueChoices.In(shown), Outbreak.In(shown, options.Value, now)));
            return _newest;
        }
    }
}
