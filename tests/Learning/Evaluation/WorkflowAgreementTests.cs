using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

public sealed class WorkflowAgreementTests
{
    private static readonly GroupBootstrap Bootstrap = new(200, seed: 1);

    [Fact]
    public void A_workflow_is_as_sure_as_its_least_sure_task_and_right_when_all_are()
    {
        var agreement = WorkflowAgreement.Of([new("b", "f", .9, true), new("a", "f", .8, true), new("b", "f", .5, true), new("a", "f", .99, false)]);

        Assert.Equal(["a", "b"], agreement.Workflows);
        Assert.Equal([new(.8, .5, 1), new(.5, 1, .5)], agreement.Curve.Points());
        Assert.Equal(.5, agreement.Right);
    }

    [Fact]
    public void Each_round_of_a_workflow_counts_on_its_own()
    {
        var first = new DateTimeOffset(2018, 3, 1, 0, 0, 0, TimeSpan.Zero);
        TaskAnswer Answer(int day, double confidence, bool isRight) => new("a", "f", confidence, isRight) { ReportedAt = first.AddDays(day) };

        var agreement = WorkflowAgreement.Of([Answer(9, .7, false), Answer(0, .9, true), Answer(0, .8, true)]);

        Assert.Equal((2, .5), (agreement.Workflows.Count, agreement.Right));
        Assert.Equal([new(.8, .5, 0), new(.7, 1, .5)], agreement.Curve.Points());
    }

    [Fact]
    public void Shares_are_told_at_99_97_95_and_90_percent_with_intervals()
    {
        var shares = WorkflowAgreement.Of(Answers(400, 1)).Shares(Bootstrap);

        Assert.Equal([.99, .97, .95, .90], shares.Select(share => share.Agreement));
        Assert.All(shares, share => Assert.True(share.Share.Low <= share.Share.Estimate && share.Share.Estimate <= share.Share.High));
        Assert.Equal(shares.OrderBy(share => share.Share.Estimate), shares);
    }

    [Fact]
    public void What_a_threshold_decides_agrees_with_an_interval_and_one_that_decides_nothing_with_nothing()
    {
        var agreement = WorkflowAgreement.Of(Answers(400, 1));
        var (some, none) = (agreement.AgreementFrom(.9, Bootstrap), agreement.AgreementFrom(2, Bootstrap));

        Assert.Equal(1 - agreement.Curve.From(.9).Error, some.Estimate!.Value, 9);
        Assert.True(some.Low < some.Estimate && some.Estimate < some.High);
        Assert.Null(none.Estimate);
    }

    [Fact]
    public void Who_decides_as_much_as_another_has_a_ratio_of_one()
    {
        var agreement = WorkflowAgreement.Of(Answers(400, 1));

        Assert.Equal(new(1, 1, 1, 200), agreement.RatioTo(agreement, .9, Bootstrap));
    }

    [Fact]
    public void Beside_one_who_decides_nothing_there_is_no_ratio()
    {
        var answers = Answers(100, 1);

        Assert.Null(WorkflowAgreement.Of(answers).RatioTo(WorkflowAgreement.Of(answers.Select(answer => answer with { IsRight = false })), .9, Bootstrap).Estimate);
    }

    [Fact]
    public void Other_workflows_are_not_compared() => Assert.Throws<ArgumentException>(
        () => WorkflowAgreement.Of(Answers(10, 1)).RatioTo(WorkflowAgreement.Of(Answers(11, 1)), .9, Bootstrap));

    [Fact]
    public void Without_answers_nothing_is_decided()
    {
        var agreement = WorkflowAgreement.Of([]);

        Assert.Equal(0, agreement.Right);
        Assert.All(agreement.Shares(Bootstrap), share => Assert.Equal(0, share.Share.Estimate));
    }

    private static List<TaskAnswer> Answers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(at => (Confidence: random.NextDouble(), At: at)).Select(one =>
            new TaskAnswer($"w{one.At}", $"f{one.At / 3}", one.Confidence, random.NextDouble() < .7 + (.3 * one.Confidence)))];
    }
}
