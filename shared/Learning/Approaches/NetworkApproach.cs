using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Sampling;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>A network made by a recipe. The watched rows stop the training.</summary>
/// <param name="recipe">How it is made and trained.</param>
public sealed class NetworkApproach(NetworkRecipe recipe) : IApproach
{
    /// <inheritdoc />
    public string Name => recipe.Name;

    /// <inheritdoc />
    public string View => string.Join(" + ", recipe.Branches.Select(branch => branch.View));

    /// <inheritdoc />
    /// <exception cref="NetworkDivergedException">The learning rate is too high for these inputs.</exception>
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var branches = recipe.Branches.Select(branch => branch.Prepare(lesson)).ToList();
        var design = new NetworkDesign([.. branches.Select(branch => branch.Design)], recipe.Trunk, lesson.Classes);
        var options = recipe.Options with { Seed = lesson.Seed, Threads = lesson.Threads };
        var network = NetworkTrainer.Train(design, TrainSample(lesson, branches), Sample(lesson, branches, lesson.Watch), options, progress: null, cancellation);
        return new Learned(network, branches);
    }

    private NetworkSample TrainSample(Lesson lesson, IReadOnlyList<PreparedBranch> branches)
    {
        var rows = recipe.Imbalance == Imbalance.Repeat ? Repeated(lesson) : lesson.Train;
        var sample = Sample(lesson, branches, rows);
        return recipe.Imbalance == Imbalance.Smote ? Invented(sample, lesson) : sample;
    }

    private NetworkSample Sample(Lesson lesson, IReadOnlyList<PreparedBranch> branches, IReadOnlyList<int> rows)
    {
        var classes = lesson.ClassesOf(rows);
        var weights = recipe.Imbalance == Imbalance.Weights
            ? ClassWeights.OfRows(ClassWeights.ByRarest(lesson.ClassesOf(lesson.Train), lesson.Classes), classes)
            : [.. Enumerable.Repeat(1.0, classes.Length)];
        return new([.. branches.Select(branch => branch.InputOf(rows))], classes, weights);
    }

    private static IReadOnlyList<int> Repeated(Lesson lesson) =>
        [.. MinorityResampling.Repeat(lesson.ClassesOf(lesson.Train), lesson.Classes, ratio: 1, lesson.Seed).Select(at => lesson.Train[at])];

    private static NetworkSample Invented(NetworkSample sample, Lesson lesson)
    {
        if (sample.Inputs is not [SparseRows columns])
            throw new ArgumentException("rows are invented between neighbours of one view only", nameof(sample));

        var (rows, classes) = Smote.Balance(columns.Rows, sample.Classes, lesson.Classes, ratio: 1, lesson.Seed);
        return new([new SparseRows(rows)], classes, [.. Enumerable.Repeat(1.0, classes.Count)]);
    }

    private sealed class Learned(Network network, IReadOnlyList<PreparedBranch> branches) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows) => network.Predict([.. branches.Select(branch => branch.InputOf(rows))]);

        public void Dispose()
        {
        }
    }
}
