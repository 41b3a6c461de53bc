using System.Collections.Immutable;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Networks.Layers;

public sealed class GradientTests
{
    private const int Rows = 9;

    [Theory]
    [InlineData(Activation.None, 1)]
    [InlineData(Activation.Tanh, 1)]
    [InlineData(Activation.Sigmoid, 1)]
    [InlineData(Activation.Relu, 0.15)]
    public void Dense_layers_with_any_activation(Activation activation, double weightScale) =>
        GradientCheck.Run(NetworkDesign.Dense(7, [6, 6], activation, 2), Labelled(2, Sparse(7)), (float)weightScale);

    [Fact]
    public void Several_classes() => GradientCheck.Run(NetworkDesign.Dense(7, [5], Activation.Tanh, 4), Labelled(4, Sparse(7)));

    [Fact]
    public void No_hidden_layer_at_all() => GradientCheck.Run(NetworkDesign.Dense(6, [], Activation.None, 3), Labelled(3, Sparse(6)));

    [Fact]
    public void L2_on_some_layers()
    {
        NetworkDesign design = new(
            [new(new ColumnsDesign(6), [new DenseDesign(4, Activation.Tanh, 0.3), new DenseDesign(4, Activation.Tanh)])],
            [new DenseDesign(3, Activation.Tanh, 0.2)], 2);
        GradientCheck.Run(design, Labelled(2, Sparse(6)));
    }

    [Fact]
    public void Dropout_between_layers_and_on_the_input()
    {
        LayerDesign[] layers = [new DropoutDesign(0.3), new DenseDesign(6, Activation.Tanh), new DropoutDesign(0.4), new DenseDesign(5, Activation.Tanh)];
        GradientCheck.Run(new([new(new ColumnsDesign(6), [.. layers])], [new DropoutDesign(0.2)], 2), Labelled(2, Sparse(6)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Convolutions_one_above_the_other(bool padded)
    {
        LayerDesign[] layers =
        [
            new ConvolutionDesign(3, 2, 3, Activation.Tanh, Padded: padded), new DropoutDesign(0.2),
            new ConvolutionDesign(2, 3, 2, Activation.Sigmoid, L2: 0.1, Padded: padded), new DenseDesign(3, Activation.Tanh),
        ];
        GradientCheck.Run(new([new(new ImageDesign(5, 4, 2), [.. layers])], [], 2), Labelled(2, Sparse(40)));
    }

    [Fact]
    public void A_convolution_with_relu() =>
        GradientCheck.Run(new([new(new ImageDesign(4, 4, 1), [new ConvolutionDesign(4, 2, 2)])], [], 2), Labelled(2, Sparse(16)), 0.1f);

    [Fact]
    public void Averaged_words() =>
        GradientCheck.Run(new([new(new WordsDesign(5), [new AveragedWordsDesign(3, Vectors(5, 3)), new DenseDesign(3, Activation.Tanh)])], [], 2), Labelled(2, Words(5)));

    [Fact]
    public void Recurrent_units_over_texts_of_different_length() =>
        GradientCheck.Run(new([new(new WordsDesign(5), [new EmbeddingDesign(3, Vectors(5, 3)), new GruDesign(4)])], [], 2), Labelled(2, Words(5)));

    [Fact]
    public void Recurrent_units_over_words_with_dropout() =>
        GradientCheck.Run(new([new(new WordsDesign(5), [new EmbeddingDesign(3, Vectors(5, 3)), new DropoutDesign(0.3), new GruDesign(4)])], [], 3), Labelled(3, Words(5)));

    [Fact]
    public void Frozen_vectors_have_no_gradient_but_what_is_above_them_has()
    {
        GradientCheck.Run(new([new(new WordsDesign(5), [new EmbeddingDesign(3, Vectors(5, 3), Trained: false), new GruDesign(3)])], [], 2), Labelled(2, Words(5)));
        GradientCheck.Run(new([new(new WordsDesign(5), [new AveragedWordsDesign(3, Vectors(5, 3), Trained: false)])], [], 2), Labelled(2, Words(5)));
    }

    [Fact]
    public void The_extended_network_of_several_branches()
    {
        NetworkDesign design = new(
            [
                new(new ImageDesign(3, 3, 2), [new ConvolutionDesign(2, 2, 2, Activation.Tanh)]),
                new(new ColumnsDesign(6), [new DenseDesign(4, Activation.Tanh), new DenseDesign(3, Activation.Sigmoid, 0.1)]),
                new(new ColumnsDesign(3), []),
                new(new WordsDesign(4), [new EmbeddingDesign(2, Vectors(4, 2)), new GruDesign(3)]),
                new(new WordsDesign(5), [new AveragedWordsDesign(2, Vectors(5, 2))]),
            ],
            [new DenseDesign(5, Activation.Tanh), new DropoutDesign(0.2), new DenseDesign(4, Activation.Sigmoid)], 3);
        GradientCheck.Run(design, Labelled(3, Sparse(18), Sparse(6), Sparse(3), Words(4), Words(5)));
    }

    [Fact]
    public void A_branch_with_nothing_to_learn_leaves_the_trunk_to_learn() =>
        GradientCheck.Run(new([new(new ColumnsDesign(5), [])], [new DenseDesign(4, Activation.Tanh)], 2), Labelled(2, Sparse(5)));

    private static NetworkSample Labelled(int classes, params NetworkInput[] inputs) => new(
        inputs, [.. Enumerable.Range(0, Rows).Select(row => row % classes)], [.. Enumerable.Range(0, Rows).Select(row => 0.5 + row % 4)]);

    private static SparseRows Sparse(int columns)
    {
        var random = new Random(columns);
        return new([.. Enumerable.Range(0, Rows).Select(_ => Row(columns, random))]);
    }

    private static SparseVector Row(int columns, Random random) =>
        Samples.Sparse([.. Enumerable.Range(0, columns).Select(_ => random.Next(5) < 3 ? random.NextSingle() + 0.2f : 0)]);

    /// <summary>Texts of 0 to 4 words, none sorted by length.</summary>
    private static WordRows Words(int vocabulary)
    {
        var random = new Random(vocabulary);
        return new([.. Enumerable.Range(0, Rows).Select(row =>
            Enumerable.Range(0, row * 2 % 5).Select(_ => random.Next(vocabulary)).ToImmutableArray())]);
    }

    private static float[][] Vectors(int words, int dimension)
    {
        var random = new Random(words);
        return [.. Enumerable.Range(0, words).Select(_ => Enumerable.Range(0, dimension).Select(_ => random.NextSingle() * 2 - 1).ToArray())];
    }
}
