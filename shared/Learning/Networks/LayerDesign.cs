using System.Text.Json.Serialization;

namespace WorkflowRecovery.Learning.Networks;

/// <summary>One layer as a plain value.</summary>
[JsonDerivedType(typeof(DenseDesign), "dense")]
[JsonDerivedType(typeof(DropoutDesign), "dropout")]
[JsonDerivedType(typeof(ConvolutionDesign), "convolution")]
[JsonDerivedType(typeof(EmbeddingDesign), "embedding")]
[JsonDerivedType(typeof(AveragedWordsDesign), "averagedWords")]
[JsonDerivedType(typeof(GruDesign), "gru")]
public abstract record LayerDesign
{
    private protected LayerDesign()
    {
    }
}

/// <summary>Every neuron sees everything below it. The first layer of a branch reads only what is not zero.</summary>
/// <param name="Neurons">At least 1.</param>
/// <param name="Activation">Applied to each sum.</param>
/// <param name="L2">Adds L2 * (sum of squared weights) to the loss; biases are free.</param>
public sealed record DenseDesign(int Neurons, Activation Activation = Activation.Relu, double L2 = 0) : LayerDesign
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"dense {Neurons} {Activation}{(L2 > 0 ? $" l2 {L2}" : "")}");
}

/// <summary>
/// While training, zeroes a random share of what passes and scales up the rest, so that the mean stays (inverted dropout;
/// Srivastava et al. 2014). Afterwards everything passes.
/// </summary>
/// <param name="Share">Share zeroed, from 0 to below 1.</param>
public sealed record DropoutDesign(double Share) : LayerDesign
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"dropout {Share}");
}

/// <summary>Filters that slide over an image one pixel at a time.</summary>
/// <param name="Filters">Number of filters: the channels of the image that comes out.</param>
/// <param name="Height">Rows that a filter sees at once.</param>
/// <param name="Width">Columns that a filter sees at once.</param>
/// <param name="Activation">Applied to each sum.</param>
/// <param name="L2">Adds L2 * (sum of squared weights) to the loss.</param>
/// <param name="Padded">
/// True: the image is surrounded by zeros, so that it keeps its size. False: filters stay inside, and it shrinks by their size - 1.
/// </param>
public sealed record ConvolutionDesign(
    int Filters, int Height, int Width, Activation Activation = Activation.Relu, double L2 = 0, bool Padded = false) : LayerDesign
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"convolution {Filters} of {Height} x {Width} {Activation}{(L2 > 0 ? $" l2 {L2}" : "")}{(Padded ? " padded" : "")}");
}

/// <summary>Gives each word its vector; the text becomes a sequence of vectors, which a <see cref="GruDesign"/> reads.</summary>
/// <param name="Dimension">Length of a vector.</param>
/// <param name="InitialVectors">One vector per word of the vocabulary to start from, or null to draw them. Not stored with a network.</param>
/// <param name="Trained">False: the vectors stay what they are.</param>
public sealed record EmbeddingDesign(
    int Dimension, [property: JsonIgnore] IReadOnlyList<float[]>? InitialVectors = null, bool Trained = true) : LayerDesign
{
    /// <inheritdoc/>
    public override string ToString() => $"embedding {Dimension}{(Trained ? "" : " frozen")}";
}

/// <summary>The mean of the vectors of a text's words; zeros for an empty text.</summary>
/// <param name="Dimension">Length of a vector.</param>
/// <param name="InitialVectors">One vector per word of the vocabulary to start from, or null to draw them. Not stored with a network.</param>
/// <param name="Trained">False: the vectors stay what they are.</param>
public sealed record AveragedWordsDesign(
    int Dimension, [property: JsonIgnore] IReadOnlyList<float[]>? InitialVectors = null, bool Trained = true) : LayerDesign
{
    /// <inheritdoc/>
    public override string ToString() => $"averaged words {Dimension}{(Trained ? "" : " frozen")}";
}

/// <summary>
/// Gated recurrent units (Cho et al. 2014; the reset gate applied after the product, as cuDNN has it) that read a sequence
/// and answer with their last state; zeros for an empty text.
/// </summary>
/// <param name="Units">At least 1.</param>
public sealed record GruDesign(int Units) : LayerDesign
{
    /// <inheritdoc/>
    public override string ToString() => $"gru {Units}";
}
