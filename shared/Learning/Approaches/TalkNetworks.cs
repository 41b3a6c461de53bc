using System.Collections.Immutable;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// The networks of the talk and of the study of logs, by the numbers that were published of them. Where our learning rate or
/// number of epochs differs from theirs, it is because training stops by watched rows here.
/// </summary>
public static class TalkNetworks
{
    private const double GradientNorm = 5;

    private static readonly NetworkOptions Small = new() { BatchSize = 500, LearningRate = 0.003, Epochs = 40, PatienceEpochs = 6, GradientNorm = GradientNorm };
    private static readonly NetworkOptions Large = new() { BatchSize = 5000, LearningRate = 0.01, Epochs = 120, PatienceEpochs = 25, GradientNorm = GradientNorm };

    /// <summary>The sortings of the picture's lines that the talk tried; two of them are learned from the rows to train with.</summary>
    public static IReadOnlyList<(string Name, Func<Lesson, CodeSorting> Of)> Sortings { get; } =
    [
        ("relevance", lesson => CodeSorting.ByRelevance(lesson.Set.Of(lesson.Train))),
        ("category", _ => CodeSorting.ByCategory),
        ("number", _ => CodeSorting.ByNumber),
        ("lift", lesson => CodeSorting.ByLift(lesson.Set.Of(lesson.Train))),
        ("chance", lesson => CodeSorting.Shuffled(lesson.Seed)),
    ];

    /// <summary>Unweighted: 4 layers of 50 neurons, batches of 500.</summary>
    public static IApproach Unweighted(ITaskView view) => Of("network 4 x 50", view, Small, Imbalance.None, 50, 50, 50, 50);

    /// <summary>Weighted: 6 layers of 100 neurons, L2 on the second and third, batches of 5000.</summary>
    public static IApproach Weighted(ITaskView view) => new NetworkApproach(NetworkRecipe.Of(
        "network 6 x 100, weighted",
        new ColumnsRecipe(view, [.. Enumerable.Range(0, 6).Select(at => new DenseDesign(100, Activation.Relu, at is 1 or 2 ? 1e-4 : 0))]),
        Large,
        Imbalance.Weights));

    /// <summary>The published network on tiers: 50, 100, 100, 100 neurons, weighted, batches of 500.</summary>
    public static IApproach Tiers(ITaskView view) => Of("network 50-100-100-100, weighted", view, Small, Imbalance.Weights, 50, 100, 100, 100);

    /// <summary>Three layers of 50 neurons on a wide view, with one of the remedies against imbalance.</summary>
    public static IApproach Wide(ITaskView view, Imbalance imbalance) => Of(
        imbalance switch
        {
            Imbalance.Smote => "network 3 x 50, SMOTE",
            Imbalance.Repeat => "network 3 x 50, re-sampled",
            Imbalance.Weights => "network 3 x 50, weighted",
            _ => "network 3 x 50",
        },
        view,
        Small,
        imbalance,
        50,
        50,
        50);

    /// <summary>The network of the student project that asked for four targets at once (doas3140): 3 layers of 50 neurons with dropout, weighted.</summary>
    public static IApproach FourTargets(ITaskView view) => new NetworkApproach(NetworkRecipe.Of(
        "network 3 x 50 with dropout, weighted",
        new ColumnsRecipe(view, [.. Enumerable.Repeat(0, 3).SelectMany(_ => new LayerDesign[] { new DenseDesign(50), new DropoutDesign(0.2) })]),
        Small,
        Imbalance.Weights));

    /// <summary>Two layers of 50 neurons on groups of codes.</summary>
    public static IApproach Grouped(GroupWeighting weighting) => Of("network 2 x 50 on groups", new GroupedView(weighting), Small, Imbalance.None, 50, 50);

    /// <summary>The published convolutional network on the picture: each pixel, then pairs of codes, then all tiers of a line, then 200 neurons.</summary>
    public static IApproach Convolution((string Name, Func<Lesson, CodeSorting> Of) sorting) => new NetworkApproach(NetworkRecipe.Of(
        "convolutional network",
        new ImageRecipe(sorting.Name, sorting.Of, [.. Convolutions(10), new DenseDesign(200)]),
        Small with { Epochs = 15, PatienceEpochs = 3 }));

    /// <summary>
    /// The extended network: a small convolutional network on each picture, dense layers on the whole matrix, one dense layer
    /// on the extra information, and dense layers on top of all.
    /// </summary>
    /// <param name="structure">Sizes of its parts.</param>
    /// <param name="view">The whole matrix.</param>
    /// <param name="extras">The extra information.</param>
    public static IApproach Extended(ExtendedStructure structure, ITaskView view, ITaskView extras)
    {
        ArgumentNullException.ThrowIfNull(structure);
        IEnumerable<IBranchRecipe> branches =
        [
            .. Sortings.Take(structure.Pictures).Select(sorting => new ImageRecipe(sorting.Name, sorting.Of, [.. Convolutions(structure.Filters), new DenseDesign(structure.PictureNeurons)])),
            new ColumnsRecipe(view, NetworkRecipe.Dense(Activation.Relu, Enumerable.Repeat(structure.MatrixNeurons, 2))),
            new ColumnsRecipe(extras, NetworkRecipe.Dense(Activation.Relu, structure.ExtraNeurons)),
        ];
        return new NetworkApproach(new(
            "extended network",
            [.. branches],
            NetworkRecipe.Dense(Activation.Relu, Enumerable.Repeat(structure.TrunkNeurons, structure.TrunkLayers)),
            Small with { LearningRate = structure.LearningRate, Epochs = 25, PatienceEpochs = 5 }));
    }

    /// <summary>Dense layers on the mean of the word vectors of the logs beside the summed errors.</summary>
    public static IApproach AveragedWords(ITaskView view) => WithWords("network on word vectors + counts", new WordsRecipe(50), view, Small with { Epochs = 25, PatienceEpochs = 5 });

    /// <summary>A recurrent network over the words of the logs beside the summed errors.</summary>
    public static IApproach Recurrent(ITaskView view) => WithWords("recurrent network on words + counts", new WordsRecipe(20, units: 16, longest: 60), view, Small with { Epochs = 10, PatienceEpochs = 3 });

    private static NetworkApproach WithWords(string name, WordsRecipe words, ITaskView view, NetworkOptions options) => new(new(
        name, [words, new ColumnsRecipe(view, NetworkRecipe.Dense(Activation.Relu, 50))], NetworkRecipe.Dense(Activation.Relu, 50, 50), options));

    private static NetworkApproach Of(string name, ITaskView view, NetworkOptions options, Imbalance imbalance, params IEnumerable<int> neurons) =>
        new(NetworkRecipe.Of(name, new ColumnsRecipe(view, NetworkRecipe.Dense(Activation.Relu, neurons)), options, imbalance));

    private static ImmutableArray<LayerDesign> Convolutions(int filters) =>
        [new ConvolutionDesign(4, 1, 1), new ConvolutionDesign(filters, 2, 1), new ConvolutionDesign(4, 1, ImageView.Width)];
}

/// <summary>Sizes of the parts of the extended network, which a search varies.</summary>
/// <param name="Pictures">How many sortings there is a picture of, 1 to 5.</param>
/// <param name="Filters">Filters on pairs of codes.</param>
/// <param name="PictureNeurons">Neurons on top of a picture.</param>
/// <param name="MatrixNeurons">Neurons of each of the two layers on the whole matrix.</param>
/// <param name="ExtraNeurons">Neurons of the one layer on the extra information.</param>
/// <param name="TrunkNeurons">Neurons of each layer on top of all.</param>
/// <param name="TrunkLayers">Number of those layers.</param>
/// <param name="LearningRate">Size of a step.</param>
public sealed record ExtendedStructure(
    int Pictures = 2, int Filters = 10, int PictureNeurons = 20, int MatrixNeurons = 50, int ExtraNeurons = 20, int TrunkNeurons = 50, int TrunkLayers = 3, double LearningRate = 0.002);
