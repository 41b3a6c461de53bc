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

    private static readonly ToRead Everything = new(null, null);

    private readonly Channel<ToRead> _toRead = Channel.CreateUnbounded<ToRead>(new() { SingleReader = true });
    private readonly QueueBoard _board;
    private readonly QueueReader _reader;
    private readonly QueueOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<QueueKeeper> _logger;

    public QueueKeeper(QueueBoard board, QueueReader reader, CaseFeed feed, IOptions<QueueOptions> options, TimeProvider clock, ILogger<QueueKeeper> logger)
    {
        (_board, _reader, _options, _clock, _logger) = (board, reader, options.Value, clock, logger);
        feed.Changed += events => _toRead.Writer.TryWrite(new(events, null));
        feed.Noted += workflow => _toRead.Writer.TryWrite(new(null, workflow));
        feed.Missed += () => _toRead.Writer.TryWrite(Everything);
    }

    private DateTimeOffset Since => _clock.GetUtcNow().AddDays(-_options.Days);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var timer = _clock.CreateTimer(_ => _toRead.Writer.TryWrite(Everything), null, TimeSpan.Zero, TimeSpan.FromSeconds(_options.ReconcileSeconds));
        while (await _toRead.Reader.WaitToReadAsync(stoppingToken))
        {
            try
            {
                await (Waiting() is var (events, workflows) ? ReadAsync(events, workflows, stoppingToken) : ReconcileAsync(stoppingToken));
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
                _toRead.Writer.TryWrite(Everything);
                await Task.Delay(Pause, _clock, stoppingToken);
            }
        }
    }

    /// <summary>What waits to be read, at once; null when that is everything.</summary>
    private (HashSet<Guid> Events, HashSet<string> Workflows)? Waiting()
    {
        var (events, workflows, all) = (new HashSet<Guid>(), new HashSet<string>(StringComparer.Ordinal), false);
        while (_toRead.Reader.TryRead(out var one))
        {
            all |= one == Everything;
            events.UnionWith(one.Events ?? []);
            if (one.Workflow is { } workflow)
                workflows.Add(workflow);
        }

        return all ? null : (events, workflows);
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
            await ReadAsync(stale, [], stoppingToken);
    }

    private async Task ReadAsync(IReadOnlyCollection<Guid> events, IReadOnlyCollection<string> workflows, CancellationToken stoppingToken)
    {
        if (events.Count > 0)
            _board.Apply(events, await _reader.OfAsync(events, Since, stoppingToken));
        foreach (var workflow in workflows)
        {
            var known = _board.EventsOf(workflow);
            _board.Apply(known, await _reader.OfWorkflowAsync(workflow, Since, stoppingToken));
        }
    }

    /// <summary>Cases that changed, or the workflow of cases that something was noted of.</summary>
    private sealed record ToRead(IReadOnlyCollection<Guid>? Events, string? Workflow);

    [LoggerMessage(510, LogLevel.Information, "The queue holds {Workflows} workflows")]
    private partial void LogLoaded(int workflows);

    [LoggerMessage(511, LogLevel.Warning, "Could not read the queue; will try again")]
    private partial void LogFailed(Exception failure);
}
