using WorkflowRecovery.Learning.Search;

namespace WorkflowRecovery.Learning.Tests.Search;

public sealed class ParameterImportanceTests
{
    private static readonly SearchSpace Space = new(
        new LogNumber("rate", 1e-4, 1), new WholeNumber("layers", 1, 8), new Choice("activation", ["relu", "tanh"]), new RealNumber("idle", 0, 1));

    [Fact]
    public void Each_parameter_explains_its_part_of_the_variance()
    {
        // Independent parts: rate 2 u with variance 4/12, activation 0 or 0.6 with variance 0.09.
        var importance = Of(400, setting => 2 * Math.Log(setting.Number("rate") / 1e-4) / Math.Log(1e4) + (setting.Option("activation") == "tanh" ? 0.6 : 0));
        Assert.Equal(["rate", "activation"], importance.Take(2).Select(of => of.Name));
        Assert.Equal(0.333 / 0.423, importance[0].Share, 0.06);
        Assert.Equal(0.09 / 0.423, importance[1].Share, 0.06);
        Assert.All(importance.Skip(2), of => Assert.InRange(of.Share, 0, 0.05));
    }

    [Fact]
    public void What_helps_in_the_middle_of_its_range_counts_too() =>
        Assert.InRange(Of(200, setting => Math.Abs(setting.Number("idle") - 0.5)).Single(of => of.Name == "idle").Share, 0.8, 1);

    [Fact]
    public void Chance_explains_next_to_nothing()
    {
        var random = new Random(2);
        Assert.InRange(Of(200, _ => random.NextDouble()).Sum(of => of.Share), 0, 0.15);
    }

    [Fact]
    public void Failed_trials_do_not_count() => Assert.Equal(
        "layers", Of(200, setting => setting.Number("idle") > 0.5 ? double.NaN : setting.Whole("layers"))[0].Name);

    [Fact]
    public void Equal_scores_and_few_trials_explain_nothing()
    {
        Assert.All(Of(50, _ => 1), of => Assert.Equal(0, of.Share));
        Assert.All(Of(1, setting => setting.Whole("layers")), of => Assert.Equal(0, of.Share));
        Assert.All(Of(0, _ => 1), of => Assert.Equal(0, of.Share));
    }

    private static IReadOnlyList<ParameterImportance> Of(int trials, Func<Setting, double> score)
    {
        var run = new SearchRun(Space, new RandomSearch(), 1, highest: false);
        run.Run(score, trials);
        return ParameterImportance.Of(Space, run.Trials);
    }
}
