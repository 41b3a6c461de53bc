using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>Who tells of orders and who hears that they were done take turns, also when there are several consoles: what was reported is not told again.</summary>
internal static class ServedLock
{
    public static Task TakeAsync(ConsoleDatabase database, CancellationToken cancellation) =>
        database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('console.served_order'))", cancellation);
}
