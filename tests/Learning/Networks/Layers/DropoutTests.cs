using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Networks.Arithmetic;
using WorkflowRecovery.Learning.Networks.Layers;

namespace WorkflowRecovery.Learning.Tests.Networks.Layers;

public sealed class DropoutTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(0.9)]
    public void The_share_is_dropped_and_the_mean_stays(double share)
    {
        var values = Run(share, training: true, place: 1, seed: 1);
        Assert.Equal(share, values.Count(value => value == 0) / (double)values.Length, 0.01);
        Assert.Equal(1, values.Average(), 0.05);
        Assert.Single(values.Where(value => value != 0).Distinct());
    }

    [Fact]
    public void Without_training_everything_passes() => Assert.All(Run(0.5, training: false, place: 1, seed: 1), value => Assert.Equal(1, value));

    [Fact]
    public void What_is_dropped_depends_on_the_step_and_on_the_layer()
    {
        Assert.Equal(Run(0.5, training: true, place: 1, seed: 1), Run(0.5, training: true, place: 1, seed: 1));
        Assert.NotEqual(Run(0.5, training: true, place: 1, seed: 1), Run(0.5, training: true, place: 1, seed: 2));
        Assert.NotEqual(Run(0.5, training: true, place: 1, seed: 1), Run(0.5, training: true, place: 2, seed: 1));
    }

    private static float[] Run(double share, bool training, int place, ulong seed)
    {
        var input = new Signal().Resize(301, 201);
        input.Values.Fill(1);
        var pass = new DropoutLayer(new(share), Shape.Flat(201), place).NewPass(new MatrixProduct(), new());
        return pass.Forward(input, new([], 0, training, seed)).Values.ToArray();
    }
}
