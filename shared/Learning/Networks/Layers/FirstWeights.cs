namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>The first weights: uniform, as wide as keeps the signal's variance through the layers.</summary>
internal static class FirstWeights
{
    /// <summary>He et al. 2015 for relu (variance 2 / inputs), Glorot and Bengio 2010 for the rest (variance 2 / (inputs + outputs)).</summary>
    public static void Draw(Span<float> weights, int inputs, int outputs, Activation activation, Random random) =>
        Uniform(weights, Math.Sqrt(activation == Activation.Relu ? 6.0 / inputs : 6.0 / (inputs + outputs)), random);

    public static void Uniform(Span<float> weights, double bound, Random random)
    {
        foreach (ref var weight in weights)
            weight = (float)((2 * random.NextDouble() - 1) * bound);
    }
}
