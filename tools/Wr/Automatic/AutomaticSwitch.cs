using Npgsql;

namespace WorkflowRecovery.Wr.Automatic;

/// <summary>The switch for automatic recovery; every scorer reads it anew for each decision.</summary>
/// <param name="SwitchedAt">When it was last moved.</param>
/// <param name="IsOn">To which side.</param>
/// <param name="SwitchedBy">By whom.</param>
/// <param name="Why">The reason that was given.</param>
internal sealed record AutomaticSwitch(DateTime SwitchedAt, bool IsOn, string SwitchedBy, string? Why)
{
    public static async Task MoveAsync(NpgsqlDataSource database, bool isOn, string by, string? why, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("insert into scorer.automatic_switch (is_on, switched_by, why) values ($1, $2, $3)");
        foreach (var value in (object?[])[isOn, by, why])
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Null when it was never moved, which means off.</summary>
    public static async Task<AutomaticSwitch?> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select switched_at, is_on, switched_by, why from scorer.automatic_switch order by number desc limit 1");
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation)
            ? new(row.GetDateTime(0), row.GetBoolean(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3))
            : null;
    }
}
