using System.Numerics.Tensors;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>The vectors of a text's words, one after the other.</summary>
internal sealed class EmbeddingSource(WordVectors vectors) : Source(Shape.Sequence(vectors.Dimension))
{
    public override bool Trained => vectors.Trained;

    public override void Initialize(Span<float> parameters, Random random) => vectors.Initialize(parameters, random);

    public override NetworkInput Take(NetworkInput input) => vectors.Take(input);

    public override SourcePass NewPass(WordOrder words) => new Pass(vectors, words);

    private sealed class Pass(WordVectors vectors, WordOrder order) : SourcePass
    {
        private readonly Signal output = new();
        private Signal gradients = new();
        private int[] words = [];

        public override Signal Forward(NetworkInput input, ReadOnlySpan<int> rows, Step step)
        {
            var texts = ((WordRows)input).Rows;
            order.Arrange(texts, rows);
            if (words.Length < order.Words)
                words = new int[Math.Max(order.Words, words.Length + words.Length / 4)];

            output.Resize(order.Words, vectors.Dimension);
            for (var time = 0; time < order.Times; time++)
                for (var running = 0; running < order.RunningAt(time); running++)
                {
                    var at = order.StartOf(time) + running;
                    words[at] = texts[rows[order.ByLength[running]]][time];
                    vectors.Of(step.OfSources, words[at]).CopyTo(output.Row(at));
                }

            return output;
        }

        public override void Backward(Signal gradients) => this.gradients = gradients;

        public override void Scatter(Span<float> total)
        {
            for (var row = 0; row < gradients.Rows; row++)
            {
                var vector = vectors.Of(total, words[row]);
                TensorPrimitives.Add(gradients.Row(row), vector, vector);
            }
        }
    }
}
