using System.IO.Compression;
using System.Runtime.CompilerServices;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.History;

/// <summary>Reads the tasks of a file one after the other; what cannot be used goes into the tally.</summary>
internal sealed class HistorySource(HistoryPaths paths)
{
    public HistoryTally Tally { get; } = new();

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double ReadShare { get; private set; }

    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">A compressed file is damaged.</exception>
    public async IAsyncEnumerable<PastTask> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var history = HistoryFile.OpenRead(paths.History);
        var extras = await ReadSideAsync(paths.Extras, HistoryExtras.ReadAsync, cancellation);
        var logs = await ReadSideAsync(paths.Logs, HistoryLogs.ReadAsync, cancellation);
        var file = history is GZipStream compressed ? compressed.BaseStream : history;
        await foreach (var entry in ActionsHistoryReader.ReadAsync(history, cancellation))
        {
            ReadShare = (double)file.Position / file.Length;
            if (Read(entry, extras?.GetValueOrDefault(entry.Key), logs?.GetValueOrDefault(entry.Key)) is { } task)
                yield return task;
        }

        ReadShare = 1;
    }

    private PastTask? Read(HistoryEntry entry, TaskExtras? extras, IReadOnlyList<TaskLog>? logs)
    {
        Tally.Read();
        foreach (var note in entry.Notes)
            Tally.Note($"{SafeText.Of(entry.Key)}: {SafeText.Of(note)}");
        if (entry.Record is not { } record)
        {
            Tally.Skip(SafeText.Of(entry.Key), SafeText.Of(entry.Skipped));
            return null;
        }

        var task = PastTaskReader.Of(record, extras, logs);
        if (task is null)
            Tally.Untimed(SafeText.Of(entry.Key));
        else
            Tally.Timed(task.TimeSource);
        return task;
    }

    private async Task<IReadOnlyDictionary<string, T>?> ReadSideAsync<T>(
        string? path, Func<Stream, Action<string>, CancellationToken, Task<IReadOnlyDictionary<string, T>>> read, CancellationToken cancellation)
    {
        if (path is null)
            return null;
        await using var stream = HistoryFile.OpenRead(path);
        return await read(stream, note => Tally.Note($"{Path.GetFileName(path)}: {SafeText.Of(note)}"), cancellation);
    }
}
