using WorkflowRecovery.Console.Models;

namespace WorkflowRecovery.Console.Tests.Models;

public sealed class MetricsReadingTests
{
    [Fact]
    public void Metrics_without_curves_are_read_as_well()
    {
        var metrics = MetricsReading.OfModel("""{"approach":"trees","view":"tier","temperature":1,"logLoss":0.5,"constantLogLoss":0.9,"splits":{},"candidates":[]}""")!;

        Assert.Equal(("trees", 0.5, null), (metrics.Approach, metrics.LogLoss, metrics.Curves));
    }

    [Fact]
    public void Curves_are_read_with_their_area()
    {
        var curves = MetricsReading.OfModel(Metrics.WithCurves)!.Curves!;
        var drawn = Assert.Single(curves.Classes);

        Assert.Equal(0.75, MetricsReading.AreaOf(drawn), 9);
        Assert.Equal(3, MetricsReading.PointsOf(drawn).Count);
        Assert.Equal("promised 10.0 %, happened 20.0 %, of 5", Assert.Single(MetricsReading.PointsOf(drawn.Reliability)).Tells);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"splits\":3}")]
    [InlineData("no json")]
    public void What_cannot_be_read_is_as_if_it_was_not_there(string json) => Assert.Null(MetricsReading.OfModel(json));
}
