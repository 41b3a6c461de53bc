using System.Numerics.Tensors;

namespace WorkflowRecovery.Learning.Networks.Descent;

/// <summary>How the weights follow the gradient; element by element, so that parts can be done by different threads.</summary>
internal abstract class WeightUpdate
{
    /// <summary>Before the parts of a step.</summary>
    public abstract void Begin(double learningRate);

    /// <summary>Moves some weights; their gradient is used up.</summary>
    /// <param name="weights">To move.</param>
    /// <param name="gradient">Of the same length; holds anything afterwards.</param>
    /// <param name="start">Where they lie among all weights.</param>
    public abstract void Apply(Span<float> weights, Span<float> gradient, int start);

    public static WeightUpdate Of(Optimizer optimizer, int parameters) => optimizer switch
    {
        Optimizer.Adam => new AdamUpdate(parameters),
        Optimizer.Sgd => new SgdUpdate(),
        _ => throw new ArgumentOutOfRangeException(nameof(optimizer), optimizer, "no such optimizer"),
    };
}

/// <summary>w -= rate * gradient.</summary>
internal sealed class SgdUpdate : WeightUpdate
{
    private float rate;

    public override void Begin(double learningRate) => rate = (float)learningRate;

    public override void Apply(Span<float> weights, Span<float> gradient, int start) =>
        TensorPrimitives.MultiplyAdd(gradient, -rate, weights, weights);
}

/// <summary>
/// Adam (Kingma and Ba 2015, algorithm 1). Both corrections of the start are moved into the size of the step and, so that
/// nothing changes, into epsilon, as their section 2 proposes.
/// </summary>
internal sealed class AdamUpdate(int parameters) : WeightUpdate
{
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;
    private const double Epsilon = 1e-8;
    private readonly float[] first = new float[parameters];
    private readonly float[] second = new float[parameters];
    private int steps;
    private float rate;
    private float epsilon;

    public override void Begin(double learningRate)
    {
        steps++;
        var correction = Math.Sqrt(1 - Math.Pow(SecondDecay, steps));
        rate = (float)(learningRate * correction / (1 - Math.Pow(FirstDecay, steps)));
        epsilon = (float)(Epsilon * correction);
    }

    public override void Apply(Span<float> weights, Span<float> gradient, int start)
    {
        var m = first.AsSpan(start, weights.Length);
        var v = second.AsSpan(start, weights.Length);
        TensorPrimitives.Multiply(m, (float)FirstDecay, m);
        TensorPrimitives.MultiplyAdd(gradient, (float)(1 - FirstDecay), m, m);
        TensorPrimitives.Multiply(v, (float)SecondDecay, v);
        TensorPrimitives.Multiply(gradient, gradient, gradient);
        TensorPrimitives.MultiplyAdd(gradient, (float)(1 - SecondDecay), v, v);
        TensorPrimitives.Sqrt(v, gradient);
        TensorPrimitives.Add(gradient, epsilon, gradient);
        TensorPrimitives.Divide(m, gradient, gradient);
        TensorPrimitives.MultiplyAdd(gradient, -rate, weights, weights);
    }
}
