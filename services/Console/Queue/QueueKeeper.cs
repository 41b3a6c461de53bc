using System.Threading.Channels;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.Live;

namespace WorkflowRecovery.Console.Queue;

/// <summary>
/// Keeps the board as the database is: reads everything once, then each case that it hears of, and compares the whole
/// now and then, and whenever something may have been missed.
/// </summary>
internal sealed partial class QueueKeeper : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Null stands for all of them.
    private readonly Channel<IReadOnlyCollection<Guid>?> _toRead = Channel.CreateUnbounded<IReadOnlyCollection<Guid>?>(new() { SingleReader = true });
    private readonly QueueBoard _board;
    private readonly QueueReader _reader;
    private readonly QueueOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<QueueKeeper> _logger;

    public QueueKeeper(QueueBoard board, QueueReader reader, CaseFeed feed, IOptions<QueueOptions> options, TimeProvider clock, ILogger<QueueKeeper> logger)
    {
        (_board, _reader, _options, _clock, _logger) = (board, reader, options.Value, clock, logger);
        feed.Changed += events => _toRead.Writer.TryWrite(events);
        feed.Missed += () => _toRead.Writer.TryWrite(null);
    }

    private DateTimeOffset Since => _clock.GetUtcNow().AddDays(-_options.Days);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var timer = _clock.CreateTimer(_ => _toRead.Writer.TryWrite(null), null, TimeSpan.Zero, TimeSpan.FromSeconds(_options.ReconcileSeconds));
        while (await _toRead.Reader.WaitToReadAsync(stoppingToken))
        {
            var events = Waiting();
            try
            {
                await (events is null ? ReconcileAsync(stoppingToken) : ReadAsync(events, stoppingToken));
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
                _toRead.Writer.TryWrite(null);
                await Task.Delay(Pause, _clock, stoppingToken);
            }
        }
    }

    /// <summary>All that waits to be read, at once.</summary>
    private HashSet<Guid>? Waiting()
    {
        HashSet<Guid>? waiting = [];
        while (_toRead.Reader.TryRead(out var events))
        {
            if (events is null)
                waiting = null;
            else
                waiting?.UnionWith(events);
        }

        return waiting;
    }

    private async Task ReconcileAsync(CancellationToken stoppingToken)
    {
        if (!_board.Current.IsLoaded)
        {
            _board.Apply([], await _reader.AllAsync(Since, stoppingToken));
            LogLoaded(_board.Current.Workflows.Count);
            return;
        }

        var stale = _board.StaleAgainst(await _reader.MarksAsync(Since, stoppingToken));
        if (stale.Count > 0)
            await ReadAsync(stale, stoppingToken);
    }

    private async Task ReadAsync(IReadOnlyCollection<Guid> events, CancellationToken stoppingToken) =>
        _board.Apply(events, await _reader.OfAsync(events, Since, stoppingToken));

    [LoggerMessage(510, LogLevel.Information, "The queue holds {Workflows} workflows")]
    private partial void LogLoaded(int workflows);

    [LoggerMessage(511, LogLevel.Warning, "Could not read the queue; will try again")]
    private partial void LogFailed(Exception failure);
}
