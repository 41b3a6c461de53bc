using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>
/// Gated recurrent units over the words of each text. With x a word's vector and h the state before it:
/// r = sigmoid(x Wr + br + h Ur), z = sigmoid(x Wz + bz + h Uz), n = tanh(x Wn + bn + r (h Un + c)), and the next state
/// is (1 - z) n + z h. The gates r, z, n lie side by side in W, U and b.
/// </summary>
internal sealed class GruLayer(GruDesign design, int inputs, Slices slices) : Layer(Shape.Flat(design.Units))
{
    public int Units => design.Units;

    public int Inputs => inputs;

    /// <summary>W.</summary>
    public Slice InputWeights { get; } = slices.Take(checked(inputs * 3 * design.Units));

    /// <summary>b.</summary>
    public Slice InputBiases { get; } = slices.Take(3 * design.Units);

    /// <summary>U.</summary>
    public Slice StateWeights { get; } = slices.Take(checked(3 * design.Units * design.Units));

    /// <summary>c.</summary>
    public Slice StateBiases { get; } = slices.Take(design.Units);

    public override void Initialize(Span<float> parameters, Random random)
    {
        FirstWeights.Draw(InputWeights.Of(parameters), inputs, Units, Activation.Tanh, random);
        FirstWeights.Draw(StateWeights.Of(parameters), Units, Units, Activation.Tanh, random);
    }

    public override LayerPass NewPass(MatrixProduct product, WordOrder words) => new GruPass(this, product, words);

    public MatrixView W(Step step) => MatrixView.Of(InputWeights.Of(step.OfLayers), inputs, 3 * Units);

    public MatrixView U(Step step) => MatrixView.Of(StateWeights.Of(step.OfLayers), Units, 3 * Units);
}
