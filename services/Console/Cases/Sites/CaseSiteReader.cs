using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Cases.Sites;

/// <summary>Reads how the sites of a task stand and stood.</summary>
internal sealed class CaseSiteReader(IDbContextFactory<ConsoleDatabase> databases, TimeProvider clock)
{
    private const int MostChanges = 5000;

    public async Task<IReadOnlyList<SiteLine>> OfAsync(TaskCase task, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var offered = task.Reported.Sites ?? [];
        var sites = SiteTimes.Chosen(task.Matrix, offered);
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var changes = await database.Database
            .SqlQuery<SiteChangeRow>(CaseQueries.SiteChanges([.. sites], SiteTimes.Since(now), now, MostChanges))
            .ToListAsync(cancellation);
        return SiteTimes.Of(sites, task.Matrix, offered, changes, now);
    }
}
