using Npgsql;

namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>
/// The right to train. It ends with the connection, so a crash frees it; and since a connection can be cut without a crash,
/// it is looked at again while the training goes on.
/// </summary>
internal sealed class Turn(NpgsqlDataSource source) : IAsyncDisposable
{
    private const int PatienceSeconds = 10;

    private NpgsqlConnection? _connection;

    /// <summary>False while another copy has it.</summary>
    public async Task<bool> TryTakeAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            if (await AskAsync(connection, "select pg_try_advisory_lock(hashtextextended('workflow-recovery training', 0))", cancellationToken) is true)
            {
                _connection = connection;
                return true;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return false;
    }

    /// <summary>Whether it is still ours. Where its connection was cut it is taken again; false when another copy was faster.</summary>
    public async Task<bool> HoldAsync(CancellationToken cancellationToken)
    {
        if (_connection is not null)
        {
            try
            {
                await AskAsync(_connection, "select true", cancellationToken);
                return true;
            }
            catch (NpgsqlException)
            {
                await _connection.DisposeAsync();
                _connection = null;
            }
        }

        return await TryTakeAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is null)
            return;
        await using (_connection)
            await AskAsync(_connection, "select pg_advisory_unlock_all()", CancellationToken.None);
    }

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string question, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // The questions are those above.
        await using var command = new NpgsqlCommand(question, connection) { CommandTimeout = PatienceSeconds };
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
