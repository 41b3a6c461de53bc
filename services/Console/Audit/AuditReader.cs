using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Audit;

/// <summary>Lines of the audit trail, the newest first.</summary>
/// <param name="Lines">At most a page of them.</param>
/// <param name="Next">Where the next page begins, or null when this is the last.</param>
internal sealed record AuditLines(IReadOnlyList<AuditRow> Lines, long? Next);

internal sealed class AuditReader(IDbContextFactory<ConsoleDatabase> databases)
{
    public const int PageSize = 50;

    public async Task<AuditLines> ReadAsync(AuditFilter filter, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var lines = await database.Audit.AsNoTracking()
            .Where(row => (filter.Who == null || row.Who == filter.Who)
                && (filter.What == null || row.What == filter.What)
                && (filter.Workflow == null || row.Workflow == filter.Workflow)
                && (filter.Before == null || row.Number < filter.Before))
            .OrderByDescending(row => row.Number)
            .Take(PageSize + 1)
            .ToListAsync(cancellation);
        return lines.Count > PageSize ? new(lines[..PageSize], lines[PageSize - 1].Number) : new(lines, null);
    }
}
