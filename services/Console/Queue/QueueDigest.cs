using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.Queue;

/// <summary>What all pages show of the whole queue.</summary>
/// <param name="Choices">What it can be filtered by.</param>
/// <param name="Outbreaks">What hits many workflows at once.</param>
internal sealed record QueueDigest(QueueChoices Choices, IReadOnlyList<Outbreak> Outbreaks)
{
    public static QueueDigest Empty { get; } = new(QueueChoices.None, []);
}

/// <summary>Works out the digest of each state of the queue once, however many pages show it.</summary>
internal sealed class QueueDigests(IOptions<QueueOptions> options, TimeProvider clock)
{
    private readonly Lock _working = new();
    private long? _version;
    private QueueDigest _newest = QueueDigest.Empty;

    public QueueDigest Of(QueueSnapshot queue)
    {
        lock (_working)
        {
            // A page that is late with an older snapshot gets the newer digest.
            if (_version is null || queue.Version > _version)
                (_version, _newest) = (queue.Version, new(QueueChoices.In(queue), Outbreak.In(queue, options.Value, clock.GetUtcNow())));
            return _newest;
        }
    }
}
