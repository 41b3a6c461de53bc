using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>activation(X W + b); W lies input by input.</summary>
internal sealed class DenseLayer(DenseDesign design, int inputs, Slices slices) : Layer(Shape.Flat(design.Neurons))
{
    private readonly Slice weights = slices.Take(checked(inputs * design.Neurons), design.L2);
    private readonly Slice biases = slices.Take(design.Neurons);

    private DenseDesign Design => design;

    private int Inputs => inputs;

    public override void Initialize(Span<float> parameters, Random random) =>
        FirstWeights.Draw(weights.Of(parameters), inputs, design.Neurons, design.Activation, random);

    public override LayerPass NewPass(MatrixProduct product, WordOrder words) => new Pass(this, product);

    private sealed class Pass(DenseLayer layer, MatrixProduct product) : LayerPass
    {
        private readonly Signal output = new();
        private readonly Signal inputGradients = new();
        private Signal input = new();

        public override Signal Forward(Signal input, Step step)
        {
            this.input = input;
            var sums = output.Resize(input.Rows, layer.Design.Neurons).Values;
            Biases.Fill(sums, layer.biases.Of(step.OfLayers));
            product.Add(sums, Matrix(input), Weights(step));
            Activations.Apply(layer.Design.Activation, sums);
            return output;
        }

        public override Signal? Backward(Signal gradients, Step step, Span<float> total, bool inputWanted)
        {
            Activations.Chain(layer.Design.Activation, output.Values, gradients.Values);
            Biases.AddRows(gradients.Values, layer.biases.Of(total));
            var outputs = MatrixView.Of(gradients.Values, gradients.Rows, layer.Design.Neurons);
            product.Add(layer.weights.Of(total), Matrix(input).Transposed, outputs);
            if (!inputWanted)
                return null;

            product.Add(inputGradients.Resize(input.Rows, input.Width).Clear().Values, outputs, Weights(step).Transposed);
            return inputGradients;
        }

        private MatrixView Matrix(Signal signal) => MatrixView.Of(signal.Values, signal.Rows, layer.Inputs);

        private MatrixView Weights(Step step) => MatrixView.Of(layer.weights.Of(step.OfLayers), layer.Inputs, layer.Design.Neurons);
    }
}
