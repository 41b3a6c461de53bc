using Npgsql;

namespace WorkflowRecovery.Wr.Models;

/// <summary>Reads what the retrainer's registry shows.</summary>
internal static class KnownSets
{
    /// <summary>All sets, the newest first.</summary>
    public static async Task<IReadOnlyList<KnownSet>> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var models = (await ModelsAsync(database, cancellation)).ToLookup(model => model.RunId, model => model.Model);
        await using var command = database.CreateCommand(
            """
            select run_id, state, reason, trial, cause, entered_at, promoted_at, previous_run_id
            from retrainer.known_set order by entered_at desc, run_id
            """);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var sets = new List<KnownSet>();
        while (await rows.ReadAsync(cancellation))
        {
            var runId = rows.GetGuid(0);
            sets.Add(new KnownSet(
                runId, rows.GetString(1), rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3), rows.GetString(4),
                await rows.GetFieldValueAsync<DateTimeOffset>(5, cancellation),
                rows.IsDBNull(6) ? null : await rows.GetFieldValueAsync<DateTimeOffset>(6, cancellation),
                rows.IsDBNull(7) ? null : rows.GetGuid(7),
                [.. models[runId]]));
        }

        return sets;
    }

    /// <summary>The moves of a set in their order.</summary>
    public static async Task<IReadOnlyList<KnownMove>> MovesOfAsync(NpgsqlDataSource database, Guid runId, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            "select from_state, to_state, moved_at, moved_by, why from retrainer.recorded_move where run_id = $1 order by number");
        command.Parameters.Add(new() { Value = runId });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var moves = new List<KnownMove>();
        while (await rows.ReadAsync(cancellation))
            moves.Add(new KnownMove(rows.GetString(0), rows.GetString(1), await rows.GetFieldValueAsync<DateTimeOffset>(2, cancellation), rows.GetString(3), rows.GetString(4)));
        return moves;
    }

    private static async Task<List<(Guid RunId, KnownModel Model)>> ModelsAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            """
            select run_id, target, version, sha256, has_artifact, window_from, window_to, examples, seed, code_version,
                   (metrics ->> 'logLoss')::double precision, (metrics ->> 'constantLogLoss')::double precision
            from retrainer.model_version order by target
            """);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var models = new List<(Guid, KnownModel)>();
        while (await rows.ReadAsync(cancellation))
        {
            models.Add((rows.GetGuid(0), new KnownModel(
                rows.GetString(1), rows.GetInt32(2), rows.GetString(3), rows.GetBoolean(4),
                await rows.GetFieldValueAsync<DateTimeOffset>(5, cancellation), await rows.GetFieldValueAsync<DateTimeOffset>(6, cancellation),
                rows.GetInt32(7), rows.GetInt32(8), rows.GetString(9),
                rows.IsDBNull(10) ? null : rows.GetDouble(10), rows.IsDBNull(11) ? null : rows.GetDouble(11))));
        }

        return models;
    }
}
