using Npgsql;

namespace WorkflowRecovery.Browser.Tests.Hosting;

/// <summary>What was written down, as an auditor with the database's own rights finds it.</summary>
internal sealed class AuditTrail(string address) : IDisposable
{
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(address);

    /// <summary>The lines about a person in their order.</summary>
    public async Task<IReadOnlyList<AuditLine>> OfAsync(string who)
    {
        await using var command = _database.CreateCommand("select what, role, workflow, shown::text, details::text from console.audit where who = $1 order by number");
        command.Parameters.AddWithValue(who);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<AuditLine>();
        while (await rows.ReadAsync())
            lines.Add(new(rows.GetString(0), TextAt(rows, 1), TextAt(rows, 2), TextAt(rows, 3), TextAt(rows, 4)));
        return lines;
    }

    public void Dispose() => _database.Dispose();

    private static string? TextAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
