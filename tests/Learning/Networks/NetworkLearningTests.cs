using WorkflowRecovery.Learning.Networks;

namespace WorkflowRecovery.Learning.Tests.Networks;

/// <summary>Each kind of network learns what it is there for, and nothing where there is nothing to learn.</summary>
public sealed class NetworkLearningTests
{
    private static readonly NetworkOptions Quick = new() { Epochs = 60, BatchSize = 64, LearningRate = 0.01, Threads = 2 };
    private static readonly NetworkDesign Dense = NetworkDesign.Dense(Samples.Columns, [16, 8], Activation.Relu, 2);
    private static readonly NetworkDesign Images = new([new(new ImageDesign(6, 5, 2), [new ConvolutionDesign(8, 2, 2), new DenseDesign(16)])], [], 2);
    private static readonly NetworkDesign Averaging = Words(new AveragedWordsDesign(8), new DenseDesign(8));
    private static readonly NetworkDesign Reading = Words(new EmbeddingDesign(8), new GruDesign(8));

    [Theory]
    [InlineData(Optimizer.Adam, 0.01)]
    [InlineData(Optimizer.Sgd, 0.5)]
    public void Dense_layers_learn_what_no_single_column_tells(Optimizer optimizer, double rate)
    {
        var options = Quick with { Optimizer = optimizer, LearningRate = rate };
        Assert.True(Learn(Dense, Samples.Either(600, 1), Samples.Either(400, 2), options) > 0.95);
        Assert.True(Learn(NetworkDesign.Dense(Samples.Columns, [], Activation.None, 2), Samples.Either(600, 1), Samples.Either(400, 2), options) < 0.65);
    }

    [Fact]
    public void Convolutions_learn_a_pattern_wherever_it_lies() => Assert.True(Learn(Images, Samples.Images(600, 1), Samples.Images(300, 2), Quick) > 0.95);

    [Fact]
    public void Averaged_words_learn_a_word() => Assert.True(Learn(Averaging, Samples.Mentions(400, 1), Samples.Mentions(300, 2), Quick) > 0.98);

    [Fact]
    public void Recurrent_units_learn_the_order_of_words_and_averages_cannot()
    {
        Assert.True(Learn(Reading, Samples.Orders(500, 1), Samples.Orders(300, 2), Quick) > 0.95);
        Assert.True(Learn(Averaging, Samples.Orders(500, 1), Samples.Orders(300, 2), Quick) < 0.65);
    }

    [Fact]
    public void Branches_are_used_together()
    {
        // The class is whether two halves of the knowledge agree: each branch alone is a coin's toss.
        var (left, right) = (Samples.Mentions(600, 1), Samples.Either(600, 2));
        var both = new NetworkSample([left.Inputs[0], right.Inputs[0]], [.. left.Classes.Zip(right.Classes, (a, b) => a ^ b)], left.Weights);
        NetworkDesign design = new([Averaging.Branches[0], Dense.Branches[0]], [new DenseDesign(16), new DenseDesign(8)], 2);
        Assert.True(Learn(design, Part(both, 0, 450), Part(both, 450, 150), Quick with { Epochs = 150 }) > 0.9);
    }

    [Fact]
    public void Three_classes_are_told_apart()
    {
        NetworkSample Made(int seed) => Samples.Either(400, seed) is var sample && sample.Inputs[0] is SparseRows rows
            ? sample with { Classes = [.. rows.Rows.Select(row => row[2] > 0 ? 2 : row[3] > 0 ? 1 : 0)] } : sample;
        Assert.True(Learn(NetworkDesign.Dense(Samples.Columns, [16], Activation.Tanh, 3), Made(1), Made(2), Quick) > 0.97);
    }

    [Fact]
    public void Shuffled_classes_teach_nothing()
    {
        // The probability of what happened, not the accuracy: on a rule of one word a hair's breadth either way decides all rows.
        Assert.InRange(Sureness(Dense, Samples.Either), 0.42, 0.58);
        Assert.InRange(Sureness(Images, Samples.Images), 0.42, 0.58);
        Assert.InRange(Sureness(Averaging, Samples.Mentions), 0.42, 0.58);
        Assert.InRange(Sureness(Reading, Samples.Orders), 0.42, 0.58);

        static double Sureness(NetworkDesign design, Func<int, int, NetworkSample> draw)
        {
            var later = draw(400, 2);
            var network = Train(design, draw(500, 1).WithShuffledClasses(3), Quick with { Epochs = 20 });
            return network.Predict(later.Inputs).Zip(later.Classes, (answer, @class) => answer[@class]).Average();
        }
    }

    private static NetworkDesign Words(params LayerDesign[] layers) => new([new(new WordsDesign(Samples.Vocabulary), [.. layers])], [], 2);

    private static double Learn(NetworkDesign design, NetworkSample sample, NetworkSample later, NetworkOptions options) =>
        Train(design, sample, options).AccuracyOn(later);

    private static Network Train(NetworkDesign design, NetworkSample sample, NetworkOptions options) =>
        NetworkTrainer.Train(design, sample, watched: null, options, cancellation: TestContext.Current.CancellationToken);

    private static NetworkSample Part(NetworkSample sample, int start, int count) => new(
        [.. sample.Inputs.Select(input => Part(input, start, count))], [.. sample.Classes.Skip(start).Take(count)], [.. sample.Weights.Skip(start).Take(count)]);

    private static NetworkInput Part(NetworkInput input, int start, int count) => input switch
    {
        SparseRows(var rows) => new SparseRows([.. rows.Skip(start).Take(count)]),
        WordRows(var rows) => new WordRows([.. rows.Skip(start).Take(count)]),
        _ => throw new InvalidOperationException(),
    };
}
