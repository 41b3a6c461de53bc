using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Console.Models;

/// <summary>What the page of models shows.</summary>
internal sealed record ModelsView(
    AutomaticStanding Automatic,
    IReadOnlyList<KnownSet> Sets,
    IReadOnlyList<KnownMove> Moves,
    IReadOnlyList<AnsweredWeek> Weeks,
    PromiseReport Promise,
    IReadOnlyList<LiveCoverage> Coverage,
    IReadOnlyList<FoundDrift> Drifts,
    KnownSet? Shadow,
    SetComparison? Compared)
{
    public static async Task<ModelsView> ReadAsync(ModelReader models, AutomaticReader automatic, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sets = await models.SetsAsync(cancellationToken);
        var (active, shadow) = (sets.Find(set => set.State == KnownSet.Active), sets.Find(set => set.State == KnownSet.Shadow));
        return new(
            await automatic.ReadAsync(now, cancellationToken),
            sets,
            await models.MovesAsync(runId: null, cancellationToken),
            await models.WeeksAsync(now, cancellationToken),
            PromiseReport.Of(await models.PromisesAsync(cancellationToken)),
            await models.CoverageAsync(cancellationToken),
            await models.DriftsAsync(cancellationToken),
            shadow,
            active is null || shadow is null ? null : SetComparing.Of(await models.JudgedAsync(shadow.RunId, active.RunId, cancellationToken)));
    }
}
