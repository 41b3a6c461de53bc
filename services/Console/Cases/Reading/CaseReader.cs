using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Cases.Reading;

/// <summary>Reads workflows and the rounds of their tasks.</summary>
internal sealed class CaseReader(IDbContextFactory<ConsoleDatabase> databases)
{
    private const int MostRounds = 200;
    private const int MostOrders = 50;
    private const int MostRevisions = 50;

    /// <summary>A workflow; null when nothing was ever reported of it.</summary>
    public async Task<WorkflowCase?> FindAsync(string workflow, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        if ((await database.Database.SqlQuery<string>(CaseQueries.Family(workflow)).ToListAsync(cancellation)) is not [var family])
            return null;

        var rounds = await database.Database.SqlQuery<RoundRow>(CaseQueries.Rounds(workflow, family, MostRounds)).ToListAsync(cancellation);
        var orders = await database.Database.SqlQuery<RecordedOrderRow>(CaseQueries.Orders(workflow, MostOrders)).ToListAsync(cancellation);
        var taken = await database.Database.SqlQuery<TakenRow>(CaseQueries.Taken(workflow, MostOrders)).ToListAsync(cancellation);
        var left = await database.Database.SqlQuery<DepartureRow>(CaseQueries.Departure(workflow)).ToListAsync(cancellation);
        return new(
            workflow,
            family,
            [.. rounds.Select(row => new TaskRound(row.EventId, row.Workflow, row.Task, row.ReportedAt, row.Imported, row.Revision, row.Disposition, row.Action, row.Confidence, row.Blinded))],
            [.. orders.Select(row => new GivenOrder(row.Task, row.RecordedAt, OrderWords.Of(row), row.Sites, row.Reasons, row.Operator))],
            [.. taken.Select(row => new TakenOrder(row.Task, row.Revision, row.TakenAt, row.Result))],
            left is [var departure] ? departure.LeftAt : null);
    }

    /// <summary>All about one of its rounds; null when there is no matrix of it.</summary>
    public async Task<TaskCase?> FindAsync(TaskRound round, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        if ((await database.Database.SqlQuery<MatrixRow>(CaseQueries.Matrix(round.EventId)).ToListAsync(cancellation)) is not [var matrix])
            return null;

        var revisions = await database.Database.SqlQuery<RevisionRow>(CaseQueries.Revisions(round.EventId, MostRevisions)).ToListAsync(cancellation);
        var unblinded = revisions is [{ Blinded: true }, ..]
            ? await database.Database.SqlQuery<byte[]>(CaseQueries.Unblinded(round.EventId)).ToListAsync(cancellation)
            : [];
        var answers = await database.Database.SqlQuery<GivenAnswer>(CaseQueries.Answer(round.EventId, round.Workflow, round.Task, round.ReportedAt)).ToListAsync(cancellation);
        return new(
            round,
            WireJson.Read<WorkflowAssistanceRequested>(matrix.Observation),
            MatrixEncoding.Decode(matrix.Cells),
            matrix.Cause,
            [.. revisions.Select(row => WireJson.Read<RecoveryRecommended>(row.Body))],
            unblinded is [var content] ? WireJson.Read<RecoveryRecommended>(content) : null,
            revisions is [{ TraceParent: { } trace }, ..] ? TraceIds.Of(trace) : null)
        {
            Answer = answers is [var answer] ? answer : null,
        };
    }
}
