using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace WorkflowRecovery.Learning.Networks.Arithmetic;

/// <summary>The activation functions and their slopes, element by element.</summary>
internal static class Activations
{
    /// <summary>Replaces sums by what the function makes of them.</summary>
    public static void Apply(Activation activation, Span<float> values)
    {
        switch (activation)
        {
            case Activation.Relu:
                TensorPrimitives.Max(values, 0f, values);
                break;
            case Activation.Tanh:
                TensorPrimitives.Tanh(values, values);
                break;
            case Activation.Sigmoid:
                TensorPrimitives.Sigmoid(values, values);
                break;
        }
    }

    /// <summary>Multiplies gradients by the function's slope, which its output tells.</summary>
    public static void Chain(Activation activation, ReadOnlySpan<float> outputs, Span<float> gradients)
    {
        if (activation == Activation.None)
            return;

        var outputVectors = MemoryMarshal.Cast<float, Vector<float>>(outputs);
        var gradientVectors = MemoryMarshal.Cast<float, Vector<float>>(gradients);
        for (var i = 0; i < gradientVectors.Length; i++)
            gradientVectors[i] *= Slope(activation, outputVectors[i]);

        for (var i = gradientVectors.Length * Vector<float>.Count; i < gradients.Length; i++)
            gradients[i] *= Slope(activation, Vector.Create(outputs[i]))[0];
    }

    private static Vector<float> Slope(Activation activation, Vector<float> outputs) => activation switch
    {
        Activation.Relu => Vector.ConditionalSelect(Vector.GreaterThan(outputs, Vector<float>.Zero), Vector<float>.One, Vector<float>.Zero),
        Activation.Tanh => Vector<float>.One - outputs * outputs,
        _ => outputs * (Vector<float>.One - outputs),
    };
}
