using System.Text.Json;
using Npgsql;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Wr.Scores;

namespace WorkflowRecovery.Wr.Models;

/// <summary>
/// Reads the live tasks that a set judged in shadow and that were then answered, as the retrainer counts them: with the order
/// that the scorer holds for their answer, if it came in after the judgement.
/// </summary>
internal static class ComparedCases
{
    /// <summary>The active set that a set stood beside last; null when it never judged anything.</summary>
    public static async Task<Guid?> BesideAsync(NpgsqlDataSource database, Guid runId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select active_run_id from scorer.shadow_case where run_id = $1 and active_run_id is not null order by judged_at desc limit 1");
        command.Parameters.Add(new() { Value = runId });
        return await command.ExecuteScalarAsync(cancellation) as Guid?;
    }

    /// <summary>The tasks, the newest answers first.</summary>
    public static async Task<IReadOnlyList<ComparedCase>> ReadAsync(NpgsqlDataSource database, Guid shadow, Guid active, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select task, action, memory_mb, ordered_splitting, parameters_given, active_plans::text, plans::text from (
                select distinct on (j.event_id)
                    j.task, a.action, a.memory_mb, a.ordered_splitting, a.parameters_given, j.active_plans, j.plans, a.received_at
                from scorer.shadow_case j join scorer.answered_case a using (event_id)
                where j.run_id = $1 and j.active_run_id = $2 and j.judged_at < a.received_at
                order by j.event_id, j.matrix_revision desc) answered
            order by received_at desc, task
            """);
        command.Parameters.Add(new() { Value = shadow });
        command.Parameters.Add(new() { Value = active });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var cases = new List<ComparedCase>();
        while (await rows.ReadAsync(cancellation))
        {
            var ordered = OperatorAnswer.Of(
                rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetInt32(2), rows.IsDBNull(3) ? null : rows.GetString(3), rows.GetBoolean(4));
            cases.Add(new ComparedCase(rows.GetString(0), ordered.Action, ordered.Memory, ordered.SaysAll, PlansOf(rows.GetString(5)), PlansOf(rows.GetString(6))));
        }

        return cases;
    }

    private static IReadOnlyList<WeighedOrder> PlansOf(string json) => JsonSerializer.Deserialize<IReadOnlyList<WeighedOrder>>(json, JsonSerializerOptions.Web) ?? [];
}
