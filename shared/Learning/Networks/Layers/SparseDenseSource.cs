using System.Numerics.Tensors;
using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>A dense layer that reads only the columns that are not zero.</summary>
internal sealed class SparseDenseSource(DenseDesign design, int columns, Slices slices) : Source(Shape.Flat(design.Neurons))
{
    private readonly Slice weights = slices.Take(checked(columns * design.Neurons), design.L2);
    private readonly Slice biases = slices.Take(design.Neurons);

    public override bool Trained => true;

    private DenseDesign Design => design;

    public override void Initialize(Span<float> parameters, Random random) =>
        FirstWeights.Draw(weights.Of(parameters), columns, design.Neurons, design.Activation, random);

    public override NetworkInput Take(NetworkInput input) => new CompactRows(input, columns);

    public override SourcePass NewPass(WordOrder words) => new Pass(this);

    private sealed class Pass(SparseDenseSource layer) : SourcePass
    {
        private readonly int neurons = layer.Design.Neurons;
        private readonly Signal output = new();
        private readonly List<int> rows = [];
        private CompactRows? input;
        private Signal gradients = new();

        public override Signal Forward(NetworkInput input, ReadOnlySpan<int> rows, Step step)
        {
            var all = (CompactRows)input;
            var sums = output.Resize(rows.Length, neurons);
            Biases.Fill(sums.Values, layer.biases.Of(step.OfSources));
            for (var row = 0; row < rows.Length; row++)
                AddColumns(all, rows[row], layer.weights.Of(step.OfSources), sums.Row(row));

            Activations.Apply(layer.Design.Activation, sums.Values);
            if (step.Training)
                Remember(all, rows);

            return sums;
        }

        public override void Backward(Signal gradients)
        {
            this.gradients = gradients;
            Activations.Chain(layer.Design.Activation, output.Values, gradients.Values);
        }

        public override void Scatter(Span<float> total)
        {
            Biases.AddRows(gradients.Values, layer.biases.Of(total));
            var weights = layer.weights.Of(total);
            for (var row = 0; row < gradients.Rows; row++)
            {
                var filled = input!.ColumnsOf(rows[row]);
                var values = input.ValuesOf(rows[row]);
                for (var i = 0; i < filled.Length; i++)
                {
                    var column = weights.Slice(filled[i] * neurons, neurons);
                    TensorPrimitives.MultiplyAdd(gradients.Row(row), values[i], column, column);
                }
            }
        }

        private void AddColumns(CompactRows all, int row, ReadOnlySpan<float> weights, Span<float> sums)
        {
            var filled = all.ColumnsOf(row);
            var values = all.ValuesOf(row);
            for (var i = 0; i < filled.Length; i++)
                TensorPrimitives.MultiplyAdd(weights.Slice(filled[i] * neurons, neurons), values[i], sums, sums);
        }

        private void Remember(CompactRows all, ReadOnlySpan<int> these)
        {
            input = all;
            rows.Clear();
            rows.AddRange(these);
        }
    }
}
