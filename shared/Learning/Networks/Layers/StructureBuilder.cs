using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>Makes a design into a <see cref="Structure"/>, layer by layer from below.</summary>
internal sealed class StructureBuilder
{
    private readonly Slices sourceSlices = new();
    private readonly Slices slices = new();
    private int place;

    public Structure Build(NetworkDesign design)
    {
        var sources = design.Branches.Select((branch, number) => Named($"branch {number}", () => BottomOf(branch))).ToArray();
        var branches = sources.Select((source, number) => Named($"branch {number}", () => Grow(source.Source, source.Above))).ToImmutableArray();
        var top = new DenseDesign(design.Classes == 2 ? 1 : design.Classes, Activation.None);
        var trunk = Named("the trunk", () => Stack(Shape.Flat(branches.Sum(branch => branch.Output.Size)), [.. design.Trunk, top]));
        return new(branches, trunk, sourceSlices, slices);
    }

    /// <summary>The source, which may take up the first layer, and the layers left above it.</summary>
    private (Source Source, IEnumerable<LayerDesign> Above) BottomOf(BranchDesign branch)
    {
        var (layers, first) = (branch.Layers.IsDefault ? [] : branch.Layers, branch.Layers.IsDefaultOrEmpty ? null : branch.Layers[0]);
        return (branch.Input, first) switch
        {
            (ColumnsDesign input, DenseDesign dense) => (SparseDense(dense, Positive(input.Columns, input)), layers.Skip(1)),
            (ColumnsDesign input, _) => (new ColumnsSource(Shape.Flat(Positive(input.Columns, input))), layers),
            (ImageDesign input, DenseDesign dense) => (SparseDense(dense, SizeOf(input).Size), layers.Skip(1)),
            (ImageDesign input, _) => (new ColumnsSource(SizeOf(input)), layers),
            (WordsDesign input, EmbeddingDesign words) => (new EmbeddingSource(
                Vectors(input, words, words.Dimension, words.InitialVectors, words.Trained)), layers.Skip(1)),
            (WordsDesign input, AveragedWordsDesign words) => (new AveragedWordsSource(
                Vectors(input, words, words.Dimension, words.InitialVectors, words.Trained)), layers.Skip(1)),
            _ => throw new MisfitException($"{branch.Input}: words need an embedding or averaged words first"),
        };
    }

    private Branch Grow(Source source, IEnumerable<LayerDesign> designs)
    {
        var branch = new Branch(source, Stack(source.Output, designs));
        return branch.Output.Kind != ShapeKind.Sequence ? branch : throw new MisfitException("a sequence of words needs a gru to end it");
    }

    private ImmutableArray<Layer> Stack(Shape shape, IEnumerable<LayerDesign> designs)
    {
        var layers = ImmutableArray.CreateBuilder<Layer>();
        foreach (var design in designs)
        {
            layers.Add(Above(shape, design));
            shape = layers[^1].Output;
        }

        return layers.ToImmutable();
    }

    private Layer Above(Shape below, LayerDesign design)
    {
        place++;
        return (design, below.Kind) switch
        {
            (DenseDesign dense, not ShapeKind.Sequence) => new DenseLayer(Sound(dense), below.Size, slices),
            (DropoutDesign { Share: >= 0 and < 1 } dropout, _) => new DropoutLayer(dropout, below, place),
            (ConvolutionDesign { Filters: > 0, Height: > 0, Width: > 0, L2: >= 0 } convolution, ShapeKind.Image) =>
                new ConvolutionLayer(convolution, new(below, convolution), slices),
            (GruDesign { Units: > 0 } gru, ShapeKind.Sequence) => new GruLayer(gru, below.Size, slices),
            _ => throw new MisfitException($"{design}: out of range, or cannot stand on a {below.Kind} of {below.Height} x {below.Width} x {below.Channels}"),
        };
    }

    private SparseDenseSource SparseDense(DenseDesign design, int columns) => new(Sound(design), columns, sourceSlices);

    private WordVectors Vectors(WordsDesign input, LayerDesign design, int dimension, IReadOnlyList<float[]>? first, bool trained) =>
        new(Positive(input.Vocabulary, input), Positive(dimension, design), first, trained, sourceSlices);

    private static DenseDesign Sound(DenseDesign design) =>
        design is { Neurons: > 0, L2: >= 0 } ? design : throw new MisfitException($"{design}: a layer needs a neuron, and L2 of 0 or more");

    private static Shape SizeOf(ImageDesign input) => Shape.Image(Positive(input.Height, input), Positive(input.Width, input), Positive(input.Channels, input));

    private static int Positive(int value, object where) => value > 0 ? value : throw new MisfitException($"{where}: {value} is not above 0");

    private static T Named<T>(string part, Func<T> build)
    {
        try
        {
            return build();
        }
        catch (Exception fault) when (fault is MisfitException or OverflowException)
        {
            throw new ArgumentException($"{part} does not fit together: {fault.Message}", nameof(part), fault);
        }
    }
}
