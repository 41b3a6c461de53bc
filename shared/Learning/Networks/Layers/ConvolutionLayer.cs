using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>Filters that slide over an image; their weights lie patch value by patch value, like a dense layer's.</summary>
internal sealed class ConvolutionLayer : Layer
{
    private readonly ConvolutionDesign design;
    private readonly Patches patches;
    private readonly Slice weights;
    private readonly Slice biases;

    public ConvolutionLayer(ConvolutionDesign design, Patches patches, Slices slices)
        : base(Shape.Image(patches.Height, patches.Width, design.Filters))
    {
        (this.design, this.patches) = (design, patches);
        weights = slices.Take(checked(patches.Size * design.Filters), design.L2);
        biases = slices.Take(design.Filters);
    }

    public override void Initialize(Span<float> parameters, Random random) =>
        FirstWeights.Draw(weights.Of(parameters), patches.Size, design.Filters * design.Height * design.Width, design.Activation, random);

    public override LayerPass NewPass(MatrixProduct product, WordOrder words) => new Pass(this, product);

    /// <summary>Goes image by image, so that the patches stay in the nearest memory; they are cut again for the gradient.</summary>
    private sealed class Pass(ConvolutionLayer layer, MatrixProduct product) : LayerPass
    {
        private readonly float[] cut = new float[layer.patches.Count * layer.patches.Size];
        private readonly Signal output = new();
        private readonly Signal inputGradients = new();
        private Signal input = new();

        private MatrixView Cut => MatrixView.Of(cut, layer.patches.Count, layer.patches.Size);

        public override Signal Forward(Signal input, Step step)
        {
            this.input = input;
            output.Resize(input.Rows, layer.Output.Size);
            Biases.Fill(output.Values, layer.biases.Of(step.OfLayers));
            for (var row = 0; row < input.Rows; row++)
            {
                layer.patches.Cut(input.Row(row), cut);
                product.Add(output.Row(row), Cut, Weights(step));
            }

            Activations.Apply(layer.design.Activation, output.Values);
            return output;
        }

        public override Signal? Backward(Signal gradients, Step step, Span<float> total, bool inputWanted)
        {
            Activations.Chain(layer.design.Activation, output.Values, gradients.Values);
            Biases.AddRows(gradients.Values, layer.biases.Of(total));
            for (var row = 0; row < input.Rows; row++)
            {
                layer.patches.Cut(input.Row(row), cut);
                product.Add(layer.weights.Of(total), Cut.Transposed, Outputs(gradients, row));
            }

            return inputWanted ? InputGradients(gradients, step) : null;
        }

        private Signal InputGradients(Signal gradients, Step step)
        {
            inputGradients.Resize(input.Rows, input.Width).Clear();
            for (var row = 0; row < input.Rows; row++)
            {
                cut.AsSpan().Clear();
                product.Add(cut, Outputs(gradients, row), Weights(step).Transposed);
                layer.patches.AddBack(cut, inputGradients.Row(row));
            }

            return inputGradients;
        }

        private MatrixView Outputs(Signal gradients, int row) => MatrixView.Of(gradients.Row(row), layer.patches.Count, layer.design.Filters);

        private MatrixView Weights(Step step) => MatrixView.Of(layer.weights.Of(step.OfLayers), layer.patches.Size, layer.design.Filters);
    }
}
