using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>The mean of the vectors of a text's words.</summary>
internal sealed class AveragedWordsSource(WordVectors vectors) : Source(Shape.Flat(vectors.Dimension))
{
    public override bool Trained => vectors.Trained;

    public override void Initialize(Span<float> parameters, Random random) => vectors.Initialize(parameters, random);

    public override NetworkInput Take(NetworkInput input) => vectors.Take(input);

    public override SourcePass NewPass(WordOrder words) => new Pass(vectors);

    private sealed class Pass(WordVectors vectors) : SourcePass
    {
        private readonly Signal output = new();
        private readonly List<ImmutableArray<int>> texts = [];
        private Signal gradients = new();

        public override Signal Forward(NetworkInput input, ReadOnlySpan<int> rows, Step step)
        {
            texts.Clear();
            output.Resize(rows.Length, vectors.Dimension).Clear();
            for (var row = 0; row < rows.Length; row++)
            {
                var text = ((WordRows)input).Rows[rows[row]];
                var mean = output.Row(row);
                foreach (var word in text)
                    TensorPrimitives.MultiplyAdd(vectors.Of(step.OfSources, word), 1f / text.Length, mean, mean);

                if (step.Training)
                    texts.Add(text);
            }

            return output;
        }

        public override void Backward(Signal gradients) => this.gradients = gradients;

        public override void Scatter(Span<float> total)
        {
            for (var row = 0; row < gradients.Rows; row++)
            {
                var text = texts[row];
                foreach (var word in text)
                {
                    var vector = vectors.Of(total, word);
                    TensorPrimitives.MultiplyAdd(gradients.Row(row), 1f / text.Length, vector, vector);
                }
            }
        }
    }
}
