using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.MlNet;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>Trees by another library: the same lesson, and much the same answers.</summary>
public sealed class MlNetTests
{
    private static readonly MlNetApproach Approach = new(MatrixViews.Tier);
    private static readonly Exam Exam = new(Invented.Tasks(Operator.Careful, 900), TalkTargets.Memory);

    [Fact]
    public void Grown_again_they_answer_the_same_to_the_last_bit()
    {
        var first = Exam.Answers(Approach, Exam.Judged);

        Assert.All(Enumerable.Range(0, 4), _ => Assert.Equal(first, Exam.Answers(Approach, Exam.Judged)));
    }

    [Fact]
    public async Task Grown_side_by_side_they_answer_as_when_grown_alone()
    {
        var alone = Exam.Answers(Approach, Exam.Judged);
        var beside = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Exam.Answers(Approach, Exam.Judged))));

        Assert.All(beside, answers => Assert.Equal(alone, answers));
    }

    [Fact]
    public void They_lose_less_than_the_constant_answer() => Assert.True(LossOf(Approach) < 0.6 * LossOf(new ConstantApproach()));

    [Fact]
    public void They_rank_tasks_as_trees_of_XGBoost_do()
    {
        var theirs = Exam.Answers(new TreesApproach(MatrixViews.Tier), Exam.Judged);
        var agreement = RocCurve.Area([.. Exam.Answers(Approach, Exam.Judged).Select(answer => answer[1])], [.. theirs.Select(answer => answer[1] > 0.5)]);

        Assert.True(agreement > 0.98, $"{agreement}");
    }

    [Fact]
    public void Orders_that_are_all_alike_are_refused()
    {
        var alike = new Exam([.. Exam.Tasks.Select(task => task with { Action = Operator.Plain })], TalkTargets.Memory);

        Assert.Contains("both classes", Assert.Throws<ArgumentException>(() => Approach.Learn(alike.Lesson(), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_of_more_than_two_classes_is_refused()
    {
        var exam = new Exam(Exam.Tasks, RecoveryTargets.Memory);

        Assert.Contains("not two", Assert.Throws<ArgumentException>(() => Approach.Learn(exam.Lesson(), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_cancelled_is_not_begun() =>
        Assert.Throws<OperationCanceledException>(() => Approach.Learn(Exam.Lesson(), new CancellationToken(canceled: true)));

    private static double LossOf(IApproach approach) => ProbabilityScores.LogLoss(Exam.Answers(approach, Exam.Judged), Exam.JudgedClasses);
}
