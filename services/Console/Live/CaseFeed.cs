using System.Threading.Channels;

namespace WorkflowRecovery.Console.Live;

/// <summary>Tells, in batches, which cases changed: their recommendation, their answer or their order.</summary>
internal sealed partial class CaseFeed : BackgroundService
{
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(100);

    private readonly Channel<Guid> _heard = Channel.CreateUnbounded<Guid>(new() { SingleReader = true });
    private readonly TimeProvider _clock;
    private readonly ILogger<CaseFeed> _logger;

    public CaseFeed(Notifications notifications, TimeProvider clock, ILogger<CaseFeed> logger)
    {
        (_clock, _logger) = (clock, logger);
        notifications.Heard += Hear;
        notifications.Listening += () => Missed?.Invoke();
    }

    /// <summary>Events whose case changed; raised on a thread of the feed's own.</summary>
    public event Action<IReadOnlyCollection<Guid>>? Changed;

    /// <summary>A workflow that something was noted of.</summary>
    public event Action<string>? Noted;

    /// <summary>Any case may have changed: the feed has just begun to listen, at the start or after a pause.</summary>
    public event Action? Missed;

    private void Hear(string channel, string payload)
    {
        if (channel == Channels.Case && Guid.TryParse(payload, out var eventId))
            _heard.Writer.TryWrite(eventId);
        else if (channel == Channels.Note)
            Tell(Noted, payload);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _heard.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Batch, _clock, stoppingToken);
            var changed = new HashSet<Guid>();
            while (_heard.Reader.TryRead(out var eventId))
                changed.Add(eventId);
            Tell<IReadOnlyCollection<Guid>>(Changed, changed);
        }
    }

    /// <summary>One page that fails does not keep the others from hearing.</summary>
    private void Tell<T>(Action<T>? all, T what)
    {
        foreach (var hear in all?.GetInvocationList() ?? [])
        {
            try
            {
                ((Action<T>)hear)(what);
            }
#pragma warning disable CA1031 // Whatever a page throws.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(501, LogLevel.Error, "Could not tell of changed cases")]
    private partial void LogFailed(Exception failure);
}
