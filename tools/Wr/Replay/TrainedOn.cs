using WorkflowRecovery.Wr.Instances;
using WorkflowRecovery.Wr.Scores;

namespace WorkflowRecovery.Wr.Replay;

/// <summary>What the instance knows of the past: which tasks the active models may have learned from, and how often each order came.</summary>
internal static class TrainedOn
{
    /// <summary>How many of the tasks were recorded before the active models were made.</summary>
    public static async Task<long> CountAsync(RunningInstance instance, IReadOnlyCollection<string> tasks, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(
            """
            select count(distinct task) from ingestor.recorded_action
            where task = any($1) and received_at <= (select max(created_at) from retrainer.active_model)
            """);
        command.Parameters.Add(new() { Value = tasks.ToArray() });
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Base rates over all recorded orders.</summary>
    public static async Task<ActionRates> RatesAsync(RunningInstance instance, CancellationToken cancellation)
    {
        await using var command = instance.Database.CreateCommand(
            "select action, memory_mb, splitting, parameters_given from ingestor.recorded_action");
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var past = new List<OperatorAnswer>();
        while (await rows.ReadAsync(cancellation))
            past.Add(OperatorAnswer.Of(rows.GetString(0), rows.IsDBNull(1) ? null : rows.GetInt32(1), rows.IsDBNull(2) ? null : rows.GetString(2), rows.GetBoolean(3)));
        return ActionRates.Of(past);
    }
}
