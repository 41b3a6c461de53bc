using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>Who competes.</summary>
public static class TournamentCandidates
{
    /// <summary>What was longer ago than this the candidate with a window does not learn from.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromDays(365);

    /// <summary>Trees on the matrix and with its context, with and without forgetting, or from the last year alone, a linear model and a small network.</summary>
    public static IReadOnlyList<IModelApproach> For(Target target) =>
    [
        new TreesApproach(MatrixViews.Tier) { RecentRates = true },
        new TreesApproach(ProductionViews.Context) { RecentRates = true },
        new TreesApproach(ProductionViews.Context, TimeSpan.FromDays(180)),
        new WindowApproach(new TreesApproach(ProductionViews.Context) { RecentRates = true }, Window),
        new LinearApproach(ProductionViews.Context) { RecentRates = true },
        new ColumnsNetworkApproach(ProductionViews.Context, ColumnsNetwork.Small),
    ];

    /// <summary>Trees on the matrix alone: the quickest that is worth having.</summary>
    /// <param name="rounds">Boosting rounds at most.</param>
    public static Func<Target, IReadOnlyList<IModelApproach>> TreesOnly(int rounds = 120) =>
        _ => [new TreesApproach(MatrixViews.Tier) { RecentRates = true, Rounds = rounds }];
}
