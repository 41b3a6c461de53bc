using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.MlNet;

/// <summary>Trees for a question of two classes, as LightGBM grew them.</summary>
internal sealed class LightGbmTrees
{
    /// <summary>Boosting rounds at most.</summary>
    public const int MostRounds = 300;

    private const int PatienceRounds = 15;

    private readonly MLContext _context;
    private readonly ITransformer _model;
    private readonly double _start;

    private LightGbmTrees(MLContext context, ITransformer model, int rounds, double start) =>
        (_context, _model, Rounds, _start) = (context, model, rounds, start);

    /// <summary>Rounds that were kept.</summary>
    public int Rounds { get; }

    /// <summary>Grows until the log-loss of the watched rows no longer falls, or for all rounds when nothing is watched.</summary>
    public static LightGbmTrees Grow(LearningRows rows, LearningRows? watched, int rounds, int seed, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var context = new MLContext(seed);
        var trainer = context.BinaryClassification.Trainers.LightGbm(Options(rounds, watched is null ? null : PatienceRounds, seed));
        var (table, rates) = (LearningTable.Of(context, rows), rows.LearningRates(HalfLives.Ever));
        try
        {
            var model = watched is null ? trainer.Fit(table) : trainer.Fit(table, LearningTable.Of(context, watched));
            return new(context, model, model.Model.SubModel.TrainedTreeEnsemble.Trees.Count, Math.Log(rates[1] / rates[0]));
        }
        catch (DllNotFoundException fault)
        {
            throw new LightGbmMissingException(fault);
        }
    }

    /// <summary>What each row adds to the logarithm of each class's rate.</summary>
    public double[][] MarginsOf(IReadOnlyList<SparseVector> rows) => rows.Count == 0
        ? []
        : [.. _model.Transform(LearningTable.Of(_context, rows)).GetColumn<float>("Score").Select(score => new[] { 0, score - _start })];

    /// <summary>
    /// As for XGBoost where both have the setting; the number of leaves was chosen by watched rows. One thread, since
    /// ML.NET does not pass on what makes LightGBM's bits the same for any number of them.
    /// </summary>
    private static LightGbmBinaryTrainer.Options Options(int rounds, int? patience, int seed) => new()
    {
        ExampleWeightColumnName = nameof(LearningTable.Row.Weight),
        NumberOfIterations = rounds,
        EarlyStoppingRound = patience ?? 0,
        EvaluationMetric = LightGbmBinaryTrainer.Options.EvaluateMetricType.Logloss,
        Sigmoid = 1,
        LearningRate = 0.1,
        NumberOfLeaves = 7,
        MinimumExampleCountPerLeaf = 20,
        Booster = new GradientBooster.Options { FeatureFraction = 0.5, L2Regularization = 1 },
        Seed = seed,
        NumberOfThreads = 1,
    };
}
