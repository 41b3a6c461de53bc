using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Import;
using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Scores;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Replay;

/// <summary>Has recorded tasks judged by the active models; nothing goes outside.</summary>
internal sealed class HistoryReplay(RunningInstance instance, IProgress<Step> progress)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(300);

    private readonly Guid _replayId = Guid.CreateVersion7();

    /// <summary>What would have been said, by task.</summary>
    /// <exception cref="ServerException">The scorer made no progress for two minutes.</exception>
    public async Task<IReadOnlyDictionary<string, GivenAnswer>> RunAsync(IReadOnlyList<ReplayedTask> tasks, CancellationToken cancellation)
    {
        foreach (var (batch, part) in tasks.Chunk(HistoryImport.BatchSize).Index())
            await instance.Inside.SendInsideAsync(InsideKeys.ReplaySubmitted, new ReplaySubmitted(_replayId, batch + 1, part));
        await UntilJudgedAsync(tasks.Count, cancellation);
        return await ReadAsync(cancellation);
    }

    private async Task UntilJudgedAsync(long sent, CancellationToken cancellation)
    {
        var (before, since) = (-1L, DateTimeOffset.UtcNow);
        while (true)
        {
            var judged = await CountAsync(cancellation);
            progress.Report(new Step(sent == 0 ? 1 : (double)judged / sent, $"{judged} of {sent} tasks judged"));
            if (judged >= sent)
                return;
            if (judged != before)
                (before, since) = (judged, DateTimeOffset.UtcNow);
            if (DateTimeOffset.UtcNow - since > Patience)
                throw new ServerException($"Only {judged} of {sent} tasks were judged and nothing moves. Look at: {Hint.To("status")}, {Hint.To("dead-letters list")}");
            await Task.Delay(LookEvery, cancellation);
        }
    }

    private async Task<long> CountAsync(CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand("select count(*) from scorer.replayed_task where replay_id = $1");
        command.Parameters.Add(new() { Value = _replayId });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task<IReadOnlyDictionary<string, GivenAnswer>> ReadAsync(CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand("select task, action, memory_mb, splitting, plans::text from scorer.replayed_task where replay_id = $1");
        command.Parameters.Add(new() { Value = _replayId });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var answers = new Dictionary<string, GivenAnswer>();
        while (await rows.ReadAsync(cancellation))
        {
            answers[rows.GetString(0)] = GivenAnswer.Of(
                rows.IsDBNull(1) ? null : rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetInt32(2), rows.IsDBNull(3) ? null : rows.GetString(3), rows.GetString(4));
        }

        return answers;
    }
}
