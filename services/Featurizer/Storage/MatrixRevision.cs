using System.Text;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Featurizer.Extraction;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>Adds a matrix of an event, and the message that tells of it, to the transaction under way.</summary>
internal sealed class MatrixRevision(FeaturizerDatabase database, TimeProvider clock)
{
    public async Task AddAsync(EventRow row, WorkflowAssistanceRequested reported, string cause, Guid origin, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var readiness = await SiteStatuses.ReadinessAtAsync(database, row.Sites, row.ReportedAt, cancellationToken);
        var resolved = MatrixExtraction.Resolve(reported.Errors, readiness);
        var matrix = MatrixExtraction.MatrixOf(resolved);
        var around = await new SeenTasks(database).LookAroundAsync(row, SeenTask.Of(reported, matrix), cancellationToken);
        var added = Row(row, cause, matrix, now, around);
        database.Matrices.Add(added);
        var stored = new MatrixStored
        {
            EventId = row.EventId,
            MatrixId = added.MatrixId,
            MatrixRevision = row.MatrixRevision,
            Cause = cause,
            Event = reported with { Errors = resolved, Logs = LogExcerpts.Of(reported.Logs) },
            UnavailableSites = await SiteStatuses.UnavailableAtAsync(database, row.Sites, now, cancellationToken),
            SitesWithoutStatus = await SiteStatuses.UnheardOfAtAsync(database, MatrixExtraction.SitesToKnow(reported.Errors), row.ReportedAt, cancellationToken),
            Around = around,
        };
        database.Outgoing.Add(InsideMessage.Stage(added.MatrixId, origin, InsideKeys.MatrixStored, stored, now));
    }

    /// <summary>The newest matrix of an event, with what its newest observation tells of the task.</summary>
    public static MatrixRow Row(EventRow row, string cause, SiteErrorMatrix matrix, DateTimeOffset now, ReportedAround? around = null) => new()
    {
        MatrixId = NameBasedGuid.Of("matrix", row.EventId, row.MatrixRevision),
        EventId = row.EventId,
        Revision = row.MatrixRevision,
        Cause = cause,
        ObservedAt = row.ObservedAt,
        Cells = MatrixEncoding.Encode(matrix),
        TotalErrors = matrix.TotalErrors,
        TierView = SparseVectorBytes.Write(MatrixViews.Tier.Of(matrix)),
        TierViewVersion = MatrixViews.Tier.Version,
        CreatedAt = now,
        Around = around is null ? null : Encoding.UTF8.GetString(WireJson.Write(around)),
        Campaign = row.Campaign,
        MemoryMb = row.MemoryMb,
        Cores = row.Cores,
        TotalJobs = row.TotalJobs,
    };
}
