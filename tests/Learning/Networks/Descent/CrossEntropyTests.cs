using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Networks.Descent;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Tests.Networks.Descent;

public sealed class CrossEntropyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-200)]
    public void One_sum_says_the_same_as_two_of_that_difference(float sum)
    {
        var (one, two) = (CrossEntropy.Probabilities([sum]), CrossEntropy.Probabilities([0, sum]));
        Assert.Equal(one[0], two[0], 1e-12);
        Assert.Equal(one[1], two[1], 1e-12);
        Assert.Equal(Loss([sum], 1), Loss([0, sum], 1), 1e-12);
        Assert.Equal(Loss([sum], 0), Loss([0, sum], 0), 1e-12);
    }

    [Fact]
    public void Loss_is_the_logarithm_of_the_probability_of_what_happened()
    {
        Assert.Equal(-Math.Log(CrossEntropy.Probabilities([1, 2, 4])[2]), Loss([1, 2, 4], 2), 1e-12);
        Assert.Equal(-Math.Log(CrossEntropy.Probabilities([0.7f])[0]), Loss([0.7f], 0), 1e-12);
    }

    [Fact]
    public void Sums_of_any_size_give_finite_losses()
    {
        Assert.Equal(1e30, Loss([1e30f], 0), 1e23);
        Assert.Equal(1e30, Loss([1e30f, 0, 0], 1), 1e23);
        Assert.Equal([0, 1], CrossEntropy.Probabilities([1e30f]));
    }

    private static double Loss(float[] sums, int happened)
    {
        var classes = Math.Max(2, sums.Length);
        var signal = new Signal().Resize(1, sums.Length);
        sums.CopyTo(signal.Values);
        var sample = new NetworkSample([new SparseRows([Samples.Sparse(1)])], [happened], [1]);
        return CrossEntropy.Loss(signal, [0], new(sample, Structure.Of(NetworkDesign.Dense(1, [], Activation.None, classes)), classes));
    }
}
