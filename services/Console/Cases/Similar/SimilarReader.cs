using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Console.Cases.Similar;

/// <summary>Finds past tasks that failed like one: the nearest among the newest that share its dominant code.</summary>
internal sealed class SimilarReader(IDbContextFactory<ConsoleDatabase> databases)
{
    private const int MostCandidates = 500;
    private const int Shown = 8;

    public async Task<SimilarPast> OfAsync(TaskCase task, string family, CancellationToken cancellation)
    {
        if (DominantOf(task.Matrix) is not { } code)
            return new("Nothing failed with a code, so there is nothing to compare with.", []);

        await using var database = await databases.CreateDbContextAsync(cancellation);
        var past = await database.Database
            .SqlQuery<PastTaskRow>(CaseQueries.PastTasks(code, task.Round.Workflow, task.Round.ReportedAt, MatrixViews.Tier.Version, MostCandidates))
            .ToListAsync(cancellation);
        var similar = new SimilarTasks(past.Select(ExampleOf).OfType<Example>())
            .Find(MatrixViews.Tier.Of(task.Matrix), family, task.Round.ReportedAt, Shown);
        var endings = await database.Database.SqlQuery<EndingRow>(CaseQueries.Endings([.. similar.Select(one => one.Task).Distinct()])).ToListAsync(cancellation);
        var ofTask = endings.ToLookup(ending => ending.Task);
        return new(SimilarTasks.Summary(similar), [.. similar.Select(one => new PastCase(one, Ending.Of([.. ofTask[one.Task]], one.ReportedAt)))]);
    }

    private static int? DominantOf(SiteErrorMatrix matrix) => matrix.Cells
        .Where(cell => cell.Code != SiteErrorMatrix.NotReported)
        .GroupBy(cell => (int?)cell.Code)
        .OrderByDescending(cells => cells.Sum(cell => cell.Count)).ThenBy(cells => cells.Key)
        .FirstOrDefault()?.Key;

    private static Example? ExampleOf(PastTaskRow row) =>
        RecoveryActionNames.Read(row.Action, row.MemoryMb, row.Splitting, row.Xrootd, row.Secondary, row.Cores) is { } ordered
            ? new(row.Task, row.Workflow, row.Family, row.ReportedAt, MatrixViews.StoredTier(row.TierViewVersion, row.TierView, row.Cells), ordered, row.ParametersGiven, Weight: 1)
            : null;
}
