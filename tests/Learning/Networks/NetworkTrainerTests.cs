using WorkflowRecovery.Learning.Networks;

namespace WorkflowRecovery.Learning.Tests.Networks;

public sealed class NetworkTrainerTests
{
    private static readonly NetworkDesign Dense = NetworkDesign.Dense(Samples.Columns, [16, 8], Activation.Relu, 2);

    /// <summary>Every kind of layer.</summary>
    private static readonly NetworkDesign Everything = new(
        [
            new(new ColumnsDesign(Samples.Columns), [new DenseDesign(9, L2: 1e-3), new DropoutDesign(0.2), new DenseDesign(7, Activation.Sigmoid)]),
            new(new ImageDesign(3, 2, 2), [new ConvolutionDesign(3, 2, 2, Padded: true)]),
            new(new WordsDesign(Samples.Vocabulary), [new EmbeddingDesign(5), new GruDesign(4)]),
            new(new WordsDesign(Samples.Vocabulary), [new AveragedWordsDesign(6)]),
        ],
        [new DenseDesign(8, Activation.Tanh)], 2);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void The_same_bits_come_out_whatever_the_number_of_threads(int threads)
    {
        var options = new NetworkOptions { Epochs = 3, BatchSize = 150, Seed = 7, GradientNorm = 0.5 };
        var one = Train(Everything, Mixed(400), Mixed(300), options);
        var more = Train(Everything, Mixed(400), Mixed(300), options with { Threads = threads });
        Assert.Equal(one.ToBytes(), more.ToBytes());
        Assert.NotEqual(one.ToBytes(), Train(Everything, Mixed(400), Mixed(300), options with { Seed = 8 }).ToBytes());
    }

    [Fact]
    public void Training_stops_when_watched_rows_gain_nothing_more_and_keeps_the_best_weights()
    {
        var (sample, watched, seen) = (Samples.Either(60, 1).WithShuffledClasses(3), Samples.Either(200, 2), new Collect());
        var network = Train(Dense, sample, watched, new() { Epochs = 500, BatchSize = 20, LearningRate = 0.02, PatienceEpochs = 10 }, seen);
        var best = seen.Seen.MinBy(progress => progress.WatchedLoss)!;
        Assert.True(best.Epoch < 400);
        Assert.Equal(best.Epoch + 10, seen.Seen.Count);
        Assert.NotEqual(best.WatchedLoss, seen.Seen[^1].WatchedLoss);
        Assert.Equal(best.WatchedLoss!.Value, LogLoss(network, watched), 1e-9);
    }

    [Fact]
    public void Without_watched_rows_all_epochs_are_run()
    {
        var seen = new Collect();
        Train(Dense, Samples.Either(60, 1), watched: null, new() { Epochs = 4 }, seen);
        Assert.Equal([1, 2, 3, 4], seen.Seen.Select(progress => progress.Epoch));
        Assert.All(seen.Seen, progress => Assert.Null(progress.WatchedLoss));
    }

    [Fact]
    public void Heavier_rows_decide()
    {
        var sample = Samples.Sample(new SparseRows([.. Enumerable.Repeat(Samples.Sparse(1), 200)]), Enumerable.Range(0, 200).Select(row => row % 2));
        var weighted = sample with { Weights = [.. sample.Classes.Select(@class => @class == 1 ? 9.0 : 1.0)] };
        var options = new NetworkOptions { Epochs = 200, BatchSize = 200, LearningRate = 0.05 };
        var design = NetworkDesign.Dense(1, [], Activation.None, 2);
        Assert.Equal(0.5, Train(design, sample, watched: null, options).Predict(sample.Inputs)[0][1], 2);
        Assert.Equal(0.9, Train(design, weighted, watched: null, options).Predict(sample.Inputs)[0][1], 2);
    }

    [Fact]
    public void Only_the_ratio_of_weights_matters()
    {
        var sample = Samples.Either(100, 1);
        var options = new NetworkOptions { Epochs = 2, BatchSize = 30 };
        var doubled = sample with { Weights = [.. sample.Weights.Select(weight => 2 * weight)] };
        Assert.Equal(Train(Dense, sample, watched: null, options).ToBytes(), Train(Dense, doubled, watched: null, options).ToBytes());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Words_start_from_given_vectors_and_stay_there_when_frozen(bool trained)
    {
        // Words 0 and 1 decide the class but start alike: only vectors that move can tell them apart.
        float[][] vectors = [.. Enumerable.Range(0, Samples.Vocabulary).Select(word => word < 2 ? [0.5f, -0.5f] : new[] { 0.1f * word, 0.2f })];
        LayerDesign[] starts = [new AveragedWordsDesign(2, vectors, trained), new EmbeddingDesign(2, vectors, trained)];
        foreach (var start in starts)
        {
            LayerDesign above = start is EmbeddingDesign ? new GruDesign(3) : new DenseDesign(3, Activation.Tanh);
            var design = new NetworkDesign([new(new WordsDesign(Samples.Vocabulary), [start, above])], [], 2);
            var network = Train(design, Samples.Mentions(100, 1), watched: null, new() { Epochs = 5, BatchSize = 20 });
            var answers = network.Predict([new WordRows([[0], [1]])]);
            Assert.Equal(trained, answers[0][1] > answers[1][1]);
            Assert.Equal(!trained, answers[0][1].Equals(answers[1][1]));
        }
    }

    [Fact]
    public void L2_keeps_weights_small()
    {
        var (sample, options) = (Samples.Either(300, 1), new NetworkOptions { Epochs = 60, BatchSize = 50, LearningRate = 0.01 });
        double Sureness(double l2) => Train(
            new([new(new ColumnsDesign(Samples.Columns), [new DenseDesign(16, L2: l2)])], [], 2), sample, watched: null, options)
            .Predict(sample.Inputs).Average(answer => answer.Max());
        Assert.True(Sureness(0) > 0.9);
        Assert.True(Sureness(1) < 0.7);
    }

    [Fact]
    public void A_bound_on_the_gradient_keeps_large_counts_from_exploding()
    {
        var random = new Random(1);
        var rows = Enumerable.Range(0, 300).Select(_ => Samples.Sparse(random.Next(1, 100) * 1e6f, random.Next(1, 100) * 1e6f)).ToArray();
        var sample = Samples.Sample(new SparseRows(rows), rows.Select(row => row[0] > row[1] ? 1 : 0));
        var design = NetworkDesign.Dense(2, [8, 8], Activation.None, 2);
        var wild = new NetworkOptions { Epochs = 30, BatchSize = 50, LearningRate = 1, Optimizer = Optimizer.Sgd };
        Assert.Throws<NetworkDivergedException>(() => Train(design, sample, watched: null, wild));
        var tamed = Train(design, sample, watched: null, wild with { GradientNorm = 0.01 });
        Assert.True(tamed.AccuracyOn(sample) > 0.8);
    }

    [Fact]
    public void A_network_that_no_epoch_left_with_a_loss_on_the_watched_rows_is_none()
    {
        // One step of infinite length: its loss is taken before it, so that only the watched rows tell.
        var endless = new NetworkOptions { Epochs = 1, LearningRate = 1e300 };
        Assert.Throws<NetworkDivergedException>(() => Train(Dense, Samples.Either(100, 1), Samples.Either(100, 2), endless));
    }

    [Fact]
    public void A_cancelled_training_ends_between_batches()
    {
        using var cancel = new CancellationTokenSource();
        var seen = new Collect();
        var progress = new Cancelling(cancel, seen);
        Assert.Throws<OperationCanceledException>(() =>
            NetworkTrainer.Train(Dense, Samples.Either(100, 1), watched: null, new() { Epochs = 1000, Threads = 2 }, progress, cancel.Token));
        Assert.Single(seen.Seen);
    }

    [Fact]
    public void Samples_that_do_not_fit_are_refused()
    {
        var sample = Samples.Either(10, 1);
        Refused(sample with { Inputs = [] }, "0 inputs for 1 branches");
        Refused(sample with { Classes = [0, 1] }, "10 rows, 2 classes");
        Refused(sample with { Classes = [.. sample.Classes.Select(_ => 2)] }, "outside 0..1");
        Refused(sample with { Weights = [.. sample.Weights.Select(_ => 0.0)] }, "not all 0");
        Refused(sample with { Weights = [.. sample.Weights.Skip(1), -1] }, "0 or more");
        Refused(sample with { Inputs = [new SparseRows([.. Enumerable.Repeat(Samples.Sparse(1, 2), 10)])] }, "has 2 columns");
        Refused(Samples.Mentions(10, 1), "needs sparse rows");
        Refused(new([new SparseRows([])], [], []), "0 rows");
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        var good = new NetworkOptions();
        NetworkOptions[] bad =
        [
            good with { Epochs = 0 }, good with { BatchSize = 0 }, good with { PatienceEpochs = 0 }, good with { Threads = 0 },
            good with { LearningRate = 0 }, good with { LearningRate = double.NaN }, good with { GradientNorm = 0 }, good with { Optimizer = (Optimizer)9 },
        ];
        Assert.All(bad, options => Assert.ThrowsAny<ArgumentException>(() => Train(Dense, Samples.Either(10, 1), watched: null, options)));
    }

    private static void Refused(NetworkSample sample, string because) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(() => Train(Dense, sample, watched: null, new() { Epochs = 1 })).Message);

    private static NetworkSample Mixed(int count)
    {
        var (sparse, words) = (Samples.Either(count, 1), Samples.Orders(count, 2));
        return sparse with { Inputs = [sparse.Inputs[0], sparse.Inputs[0], words.Inputs[0], words.Inputs[0]] };
    }

    private static double LogLoss(Network network, NetworkSample sample) =>
        network.Predict(sample.Inputs).Zip(sample.Classes, (answer, @class) => -Math.Log(answer[@class])).Average();

    private static Network Train(
        NetworkDesign design, NetworkSample sample, NetworkSample? watched, NetworkOptions options, IProgress<EpochProgress>? progress = null) =>
        NetworkTrainer.Train(design, sample, watched, options, progress, TestContext.Current.CancellationToken);

    private sealed class Cancelling(CancellationTokenSource cancel, Collect seen) : IProgress<EpochProgress>
    {
        public void Report(EpochProgress value)
        {
            seen.Report(value);
            cancel.Cancel();
        }
    }
}
