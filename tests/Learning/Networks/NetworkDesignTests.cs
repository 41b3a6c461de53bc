using WorkflowRecovery.Learning.Networks;

namespace WorkflowRecovery.Learning.Tests.Networks;

public sealed class NetworkDesignTests
{
    [Fact]
    public void The_plain_network_has_a_weight_per_pair_and_a_bias_per_neuron() =>
        Assert.Equal(148 * 50 + 50 + 3 * (50 * 50 + 50) + 50 + 1, NetworkDesign.Dense(148, [50, 50, 50, 50], Activation.Relu, 2).CountParameters());

    [Fact]
    public void Each_layer_has_the_parameters_of_its_formula()
    {
        Assert.Equal(3 * 3 * 2 * 16 + 16 + (77 * 3 * 16 + 1) * 5, Columns(new ImageDesign(79, 5, 2), 5, new ConvolutionDesign(16, 3, 3)));
        Assert.Equal(3 * 3 * 2 * 16 + 16 + (79 * 5 * 16 + 1) * 5, Columns(new ImageDesign(79, 5, 2), 5, new ConvolutionDesign(16, 3, 3, Padded: true)));
        Assert.Equal(100 * 8 + 3 * (8 * 20 + 20 + 20 * 20) + 20 + 21, Columns(new WordsDesign(100), 2, new EmbeddingDesign(8), new GruDesign(20)));
        Assert.Equal(100 * 8 + 9, Columns(new WordsDesign(100), 2, new AveragedWordsDesign(8), new DropoutDesign(0.5)));
        Assert.Equal(11, Columns(new ColumnsDesign(10), 2));
    }

    [Fact]
    public void What_does_not_fit_is_refused_and_named()
    {
        Refused(new WordsDesign(5), "words need an embedding");
        Refused(new WordsDesign(5), "words need an embedding", new DenseDesign(3));
        Refused(new WordsDesign(5), "needs a gru", new EmbeddingDesign(3));
        Refused(new WordsDesign(5), "cannot stand on a Sequence", new EmbeddingDesign(3), new DenseDesign(3));
        Refused(new WordsDesign(5), "cannot stand on a Flat", new AveragedWordsDesign(3), new GruDesign(3));
        Refused(new WordsDesign(5), "not 5 of length 3", new AveragedWordsDesign(3, [[1, 2, 3]]));
        Refused(new ColumnsDesign(5), "gru 3", new GruDesign(3));
        Refused(new ColumnsDesign(5), "embedding 3", new EmbeddingDesign(3));
        Refused(new ColumnsDesign(5), "cannot stand on a Flat", new ConvolutionDesign(2, 2, 2));
        Refused(new ColumnsDesign(0), "not above 0", new DenseDesign(3));
        Refused(new ColumnsDesign(5), "needs a neuron", new DenseDesign(0));
        Refused(new ColumnsDesign(5), "dropout 1", new DropoutDesign(1));
        Refused(new ColumnsDesign(int.MaxValue), "branch 0", new DenseDesign(3));
        Refused(new ImageDesign(4, 4, 1), "3 x 5 do not fit into an image of 4 x 4", new ConvolutionDesign(2, 3, 5));
        Refused(new ImageDesign(4, 0, 1), "not above 0", new DenseDesign(3));
    }

    [Fact]
    public void A_network_needs_a_branch_and_two_classes()
    {
        Assert.Throws<ArgumentException>(() => new NetworkDesign([], [], 2).CountParameters());
        Assert.Throws<ArgumentException>(() => NetworkDesign.Dense(3, [2], Activation.Relu, 1).CountParameters());
        Assert.Contains("the trunk", Assert.Throws<ArgumentException>(
            () => new NetworkDesign([new(new ColumnsDesign(2), [])], [new GruDesign(2)], 2).CountParameters()).Message);
    }

    [Fact]
    public void Equal_designs_are_equal_values()
    {
        NetworkDesign Made(double share) => new([new(new ColumnsDesign(4), [new DenseDesign(3), new DropoutDesign(share)])], [new DenseDesign(2)], 2);
        Assert.Equal(Made(0.5), Made(0.5));
        Assert.Equal(Made(0.5).GetHashCode(), Made(0.5).GetHashCode());
        Assert.NotEqual(Made(0.5), Made(0.4));
        Assert.NotEqual(Made(0.5), Made(0.5) with { Trunk = [] });
    }

    [Fact]
    public void A_design_prints_as_one_line()
    {
        NetworkDesign design = new(
            [
                new(new ImageDesign(79, 5, 2), [new ConvolutionDesign(16, 3, 3, Padded: true)]),
                new(new WordsDesign(100), [new EmbeddingDesign(8, Trained: false), new GruDesign(20)]),
            ],
            [new DenseDesign(50, Activation.Tanh, 0.01), new DropoutDesign(0.25)], 3);
        Assert.Equal(
            "[image 79 x 5 x 2 > convolution 16 of 3 x 3 Relu padded | 100 words > embedding 8 frozen > gru 20] > dense 50 Tanh l2 0.01 > dropout 0.25 > 3 classes",
            design.ToString());
    }

    private static int Columns(InputDesign input, int classes, params LayerDesign[] layers) => new NetworkDesign([new(input, [.. layers])], [], classes).CountParameters();

    private static void Refused(InputDesign input, string because, params LayerDesign[] layers) =>
        Assert.Contains(because, Assert.Throws<ArgumentException>(() => Columns(input, 2, layers)).Message);
}
