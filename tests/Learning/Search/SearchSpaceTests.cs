using CsCheck;
using WorkflowRecovery.Learning.Search;

namespace WorkflowRecovery.Learning.Tests.Search;

public sealed class SearchSpaceTests
{
    private static readonly SearchSpace Space = new(new LogNumber("rate", 1e-4, 1), new WholeNumber("layers", 1, 8), new Choice("activation", ["relu", "tanh"]));

    private static readonly Gen<Trial> AnyTrial = Gen.Select(Gen.Double[1e-4, 1], Gen.Int[1, 8], Gen.Int[0, 1], Gen.Double[-1e9, 1e9], Gen.Bool)
        .Select((rate, layers, option, score, failed) => new Trial(new(Space, [rate, layers, option]), failed ? double.NaN : score));

    [Fact]
    public void Trials_are_read_as_they_were_written() => AnyTrial.Array[0, 20].Sample(trials =>
    {
        var read = TrialsJson.Read(Space, TrialsJson.Write(trials));
        Assert.Equal(trials.Select(trial => trial.Score), read.Select(trial => trial.Score));
        Assert.Equal(trials.SelectMany(trial => trial.Setting.Values), read.SelectMany(trial => trial.Setting.Values));
    });

    [Fact]
    public void A_trial_is_written_for_people_to_read() => Assert.Equal(
        """[{"setting":{"rate":0.01,"layers":3,"activation":"tanh"},"score":null}]""", TrialsJson.Write([new(new(Space, [0.01, 3, 1]), double.NaN)]));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("""[{"setting":{"rate":0.01,"layers":3,"activation":"tanh"}}]""")]
    [InlineData("""[{"setting":{"rate":0.01,"layers":3,"activation":"tanh"},"score":"1"}]""")]
    [InlineData("""[{"setting":{"rate":0.01,"layers":3,"activation":"tanh"},"score":1,"more":1}]""")]
    [InlineData("""[{"setting":{"rate":0.01,"layers":3,"activation":"tanh","more":1},"score":1}]""")]
    [InlineData("""[{"setting":{"rate":0.01,"layers":3},"score":1}]""")]
    [InlineData("""[{"setting":{"rate":0.01,"layers":3.5,"activation":"tanh"},"score":1}]""")]
    [InlineData("""[{"setting":{"rate":2,"layers":3,"activation":"tanh"},"score":1}]""")]
    [InlineData("""[{"setting":{"rate":0.01,"layers":3,"activation":"selu"},"score":1}]""")]
    [InlineData("""[{"setting":{"rate":0.01,"layers":3,"activation":null},"score":1}]""")]
    public void What_is_no_list_of_trials_in_this_space_is_refused(string json) =>
        Assert.Throws<FormatException>(() => TrialsJson.Read(Space, json));

    [Fact]
    public void Settings_outside_of_the_space_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Setting(Space, [0.01, 9, 0]));
        Assert.Throws<ArgumentException>(() => new Setting(Space, [0.01, 3]));
        Assert.Throws<ArgumentException>(() => new Setting(Space, [double.NaN, 3, 0]));
        Assert.Throws<KeyNotFoundException>(() => new Setting(Space, [0.01, 3, 0]).Number("momentum"));
    }

    [Fact]
    public void Spaces_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SearchSpace());
        Assert.Throws<ArgumentException>(() => new SearchSpace(new RealNumber("x", 0, 1), new RealNumber("x", 0, 2)));
        Assert.Throws<ArgumentException>(() => new SearchSpace(new LogNumber("x", 0, 1)));
        Assert.Throws<ArgumentException>(() => new SearchSpace(new RealNumber("x", 1, 1)));
        Assert.Throws<ArgumentException>(() => new SearchSpace(new WholeNumber("x", 2, 1)));
        Assert.Throws<ArgumentException>(() => new SearchSpace(new Choice("x", [])));
    }
}
