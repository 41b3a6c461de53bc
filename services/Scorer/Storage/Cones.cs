using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Scorer.Decisions;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Which cones of a task are frozen: those of any window that holds its report, whatever came first.</summary>
internal static class Cones
{
    public static async Task<IReadOnlyList<Cone>> FrozenAsync(ScorerDatabase database, CaseFile file, CancellationToken cancellationToken)
    {
        var cones = Cone.Of(file);
        var (codes, sites) = (cones.Select(cone => cone.Code).ToArray(), cones.Select(cone => cone.Site).ToArray());
        var reportedAt = file.Event.ReportedAt;
        return await database.Database.SqlQuery<Cone>(
            $"""
            select code, site from unnest({codes}, {sites}) as cone (code, site)
            where exists (
                select from scorer.seen_error last
                where last.code = cone.code and last.site = cone.site and last.reported_at between {reportedAt} and {reportedAt + Cone.Window}
                  and (select count(distinct seen.workflow) from scorer.seen_error seen
                       where seen.code = cone.code and seen.site = cone.site
                         and seen.reported_at between last.reported_at - {Cone.Window} and last.reported_at) >= {Cone.Workflows})
            """).ToListAsync(cancellationToken);
    }
}
