using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.ServiceDefaults.Outgoing;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Whether anything may be done without an operator, see <c>wr automatic</c>.</summary>
internal static class AutomaticSwitch
{
    /// <summary>What tells it in a query: one that was never moved is off.</summary>
    public const string IsOn = "coalesce((select is_on from scorer.automatic_switch order by number desc limit 1), false)";

    /// <summary>Ends the routing key of every automatic recommendation.</summary>
    private const string Ending = $".{Disposition.Automatic}";

    /// <summary>Whether a message waits for the switch.</summary>
    public static bool Concerns(OutgoingMessage message) => message.RoutingKey.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>Unreadable means off, and leaves the current transaction usable.</summary>
    public static async Task<bool> IsOnAsync(ScorerDatabase database, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync($"savepoint switch", cancellationToken);
        try
        {
            return await database.Database.SqlQueryRaw<bool>($"""select {IsOn} as "Value" """).SingleAsync(cancellationToken);
        }
        catch (PostgresException failure) when (failure.SqlState.StartsWith("42", StringComparison.Ordinal))
        {
            await database.Database.ExecuteSqlAsync($"rollback to savepoint switch", cancellationToken);
            return false;
        }
    }
}
