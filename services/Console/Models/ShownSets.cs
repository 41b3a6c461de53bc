using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Models;

/// <summary>How the sets stand that somebody asks to move, as the pages show them.</summary>
/// <param name="RunId">The training.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why it is in this state.</param>
/// <param name="Trial">How it did in shadow.</param>
internal sealed record ShownSet(Guid RunId, string State, string Reason, string? Trial);

internal static class ShownSets
{
    /// <param name="database">The tables.</param>
    /// <param name="runId">The set that is asked for; the one that is active is read beside it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static Task<List<ShownSet>> OfAsync(ConsoleDatabase database, Guid? runId, CancellationToken cancellation) => database.Database.SqlQuery<ShownSet>(
        $"select run_id, state, reason, trial from retrainer.known_set where run_id = {runId} or state = {KnownSet.Active} order by run_id").ToListAsync(cancellation);
}
