using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Import;

/// <summary>What the services made of an import.</summary>
/// <param name="Submitted">Tasks that were submitted.</param>
/// <param name="Stored">Those of them that were not known before.</param>
internal sealed record ImportResult(long Submitted, long Stored);

/// <summary>Submits recorded tasks to the services and waits until their matrices and labels are stored.</summary>
internal sealed class HistoryImport(RunningInstance instance, IProgress<Step> progress)
{
    /// <summary>Tasks in a message.</summary>
    public const int BatchSize = 500;

    // Keeps both services busy without filling their memory with parts that wait.
    private const int MostUnderWay = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>How many tasks there are in all; null when nobody knows before the last is read.</summary>
    public int? Total { get; init; }

    /// <summary>How much of what there is has been read, 0 to 1.</summary>
    public Func<double> ReadShare { get; init; } = () => 1;

    private readonly Guid _importId = Guid.NewGuid();
    private long _done;
    private long _stored;

    /// <exception cref="ServerException">The services made no progress for two minutes.</exception>
    public async Task<ImportResult> RunAsync(IAsyncEnumerable<PastTask> tasks, CancellationToken cancellation)
    {
        var (batches, submitted) = (0, 0L);
        progress.Report(new Step(0, "reading"));
        await foreach (var part in tasks.Chunk(BatchSize).WithCancellation(cancellation))
        {
            await UntilStoredAsync(batches - MostUnderWay, Total, submitted, cancellation);
            await instance.Inside.SendInsideAsync(InsideKeys.HistorySubmitted, new HistorySubmitted(_importId, ++batches, part));
            submitted += part.Length;
        }

        return new ImportResult(submitted, await UntilStoredAsync(batches, submitted, submitted, cancellation));
    }

    /// <summary>Waits until this many parts are stored.</summary>
    /// <returns>Tasks that were not known before.</returns>
    private async Task<long> UntilStoredAsync(int parts, long? total, long submitted, CancellationToken cancellation)
    {
        var (before, since) = (-1L, DateTimeOffset.UtcNow);
        while (_done < parts)
        {
            (_done, var tasks, _stored) = await ReadAsync(cancellation);
            progress.Report(StepOf(tasks, total, submitted));
            if (_done >= parts)
                break;
            if (_done != before)
                (before, since) = (_done, DateTimeOffset.UtcNow);
            if (DateTimeOffset.UtcNow - since > Patience)
                throw new ServerException($"Only {_done} parts of the import are stored and nothing moves. Look at: {Hint.To("status")}, {Hint.To("dead-letters list")}");
            await Task.Delay(LookEvery, cancellation);
        }

        return _stored;
    }

    /// <summary>A number that is still growing is not shown as the whole.</summary>
    private Step StepOf(long stored, long? total, long submitted) => total is { } all
        ? new(all == 0 ? 1 : (double)stored / all, $"{stored} of {all} records stored")
        : new((double)stored / submitted * ReadShare(), $"{stored} records stored, {ReadShare():0%} of the file read");

    private async Task<(long Batches, long Tasks, long Stored)> ReadAsync(CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(
            "select count(*), coalesce(sum(submitted), 0)::bigint, coalesce(sum(stored), 0)::bigint from featurizer.import_progress where import_id = $1");
        command.Parameters.Add(new() { Value = _importId });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return (rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2));
    }
}
