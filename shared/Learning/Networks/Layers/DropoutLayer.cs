using System.Numerics.Tensors;
using WorkflowRecovery.Learning.Networks.Arithmetic;
using WorkflowRecovery.Learning.Randomness;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>Zeroes a random share and scales up the rest; only while training.</summary>
/// <param name="design">The share.</param>
/// <param name="shape">Of the input and the output.</param>
/// <param name="place">The layer's number in its network, so that two dropouts draw differently.</param>
internal sealed class DropoutLayer(DropoutDesign design, Shape shape, int place) : Layer(shape)
{
    private readonly float scale = (float)(1 / (1 - design.Share));
    private readonly ulong dropped = (ulong)(design.Share * (1UL << 32));

    public override void Initialize(Span<float> parameters, Random random)
    {
        // There is nothing to learn.
    }

    public override LayerPass NewPass(MatrixProduct product, WordOrder words) => new Pass(this, (ulong)place);

    private sealed class Pass(DropoutLayer layer, ulong place) : LayerPass
    {
        private readonly Signal output = new();
        private readonly Signal mask = new();

        public override Signal Forward(Signal input, Step step)
        {
            if (!step.Training)
                return input;

            Draw(mask.Resize(input.Rows, input.Width).Values, new(RandomBits.Part(step.Seed, place)));
            TensorPrimitives.Multiply(input.Values, mask.Values, output.Resize(input.Rows, input.Width).Values);
            return output;
        }

        public override Signal? Backward(Signal gradients, Step step, Span<float> total, bool inputWanted)
        {
            if (step.Training && inputWanted)
                TensorPrimitives.Multiply(gradients.Values, mask.Values, gradients.Values);

            return inputWanted ? gradients : null;
        }

        /// <summary>Two factors from each number drawn, without a branch that would be guessed wrong as often as it is random.</summary>
        private void Draw(Span<float> factors, RandomBits draws)
        {
            Span<float> either = [layer.scale, 0];
            for (var i = 0; i + 1 < factors.Length; i += 2)
            {
                var drawn = draws.Next();
                factors[i] = either[Dropped((uint)drawn)];
                factors[i + 1] = either[Dropped(drawn >> 32)];
            }

            if (factors.Length % 2 > 0)
                factors[^1] = either[Dropped((uint)draws.Next())];
        }

        /// <summary>1 where a number of 32 bits is below the share, else 0: the sign of their difference.</summary>
        private int Dropped(ulong drawn) => (int)((drawn - layer.dropped) >> 63);
    }
}
