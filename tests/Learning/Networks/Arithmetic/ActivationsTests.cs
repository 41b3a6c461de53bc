using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Tests.Networks.Arithmetic;

public sealed class ActivationsTests
{
    [Theory]
    [InlineData(Activation.None, -0.5, -0.5, 1)]
    [InlineData(Activation.Relu, -0.5, 0, 0)]
    [InlineData(Activation.Relu, 0.5, 0.5, 1)]
    [InlineData(Activation.Tanh, 0.5, 0.46211715726, 0.78644773)]
    [InlineData(Activation.Sigmoid, 0.5, 0.62245933120, 0.23500371)]
    public void A_function_and_its_slope_are_known(Activation activation, double sum, double value, double slope)
    {
        // 19 values: whole vectors and a rest.
        var values = Enumerable.Repeat((float)sum, 19).ToArray();
        var gradients = Enumerable.Repeat(2f, 19).ToArray();
        Activations.Apply(activation, values);
        Activations.Chain(activation, values, gradients);
        Assert.All(values, actual => Assert.Equal(value, actual, 1e-6));
        Assert.All(gradients, actual => Assert.Equal(2 * slope, actual, 1e-6));
    }
}
