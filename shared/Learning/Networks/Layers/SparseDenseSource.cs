using System.Numerics.Tensors;
using WorkflowRecovery.Learning.Networks.Arithmetic;
using WorkflowRecovery.Learning.Views;

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

    public override void Check(NetworkInput input) => ColumnsSource.Check(input, columns);

    public override SourcePass NewPass(WordOrder words) => new Pass(this);

    private sealed class Pass(SparseDenseSource layer) : SourcePass
    {
        private readonly int neurons = layer.Design.Neurons;
        private readonly Signal output = new();
        private readonly List<SparseVector> rows = [];
        private Signal gradients = new();

        public override Signal Forward(NetworkInput input, ReadOnlySpan<int> rows, Step step)
        {
            this.rows.Clear();
            var sums = output.Resize(rows.Length, neurons);
            Biases.Fill(sums.Values, layer.biases.Of(step.OfSources));
            for (var row = 0; row < rows.Length; row++)
            {
                var vector = ((SparseRows)input).Rows[rows[row]];
                AddColumns(vector, layer.weights.Of(step.OfSources), sums.Row(row));
                if (step.Training)
                    this.rows.Add(vector);
            }

            Activations.Apply(layer.Design.Activation, sums.Values);
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
                var vector = rows[row];
                for (var i = 0; i < vector.Indices.Length; i++)
                {
                    var column = weights.Slice(vector.Indices[i] * neurons, neurons);
                    TensorPrimitives.MultiplyAdd(gradients.Row(row), vector.Values[i], column, column);
                }
            }
        }

        private void AddColumns(SparseVector vector, ReadOnlySpan<float> weights, Span<float> sums)
        {
            for (var i = 0; i < vector.Indices.Length; i++)
                TensorPrimitives.MultiplyAdd(weights.Slice(vector.Indices[i] * neurons, neurons), vector.Values[i], sums, sums);
        }
    }
}
