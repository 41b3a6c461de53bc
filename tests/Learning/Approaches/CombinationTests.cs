using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>Approaches that are made of others.</summary>
public sealed class CombinationTests
{
    private static readonly LinearApproach Linear = new(new SummedView());
    private static readonly TreesApproach Trees = new(MatrixViews.Tier);
    private static readonly Exam Plain = new(Invented.Tasks(Operator.Careful, 600), TalkTargets.PlainOfAuthors);

    [Fact]
    public void An_ensemble_answers_the_mean()
    {
        var (first, second) = (Plain.Answers(Linear, Plain.Judged), Plain.Answers(Trees, Plain.Judged));
        var mean = Plain.Answers(new EnsembleApproach("mean", [Linear, Trees]), Plain.Judged);
        Assert.All(mean.Index(), answer => Assert.Equal((first[answer.Index][1] + second[answer.Index][1]) / 2, answer.Item[1], 1e-12));
    }

    [Fact]
    public void An_ensemble_answers_questions_of_many_classes()
    {
        var exam = new Exam(Plain.Tasks, RecoveryTargets.Action);
        Assert.All(exam.Answers(new EnsembleApproach("mean", [Linear, Trees]), exam.Judged), answer =>
        {
            Assert.Equal(RecoveryTargets.Action.Classes.Count, answer.Length);
            Assert.Equal(1, answer.Sum(), 1e-6);
        });
    }

    [Fact]
    public void Memory_comes_first_and_the_rest_of_what_it_leaves()
    {
        var memory = new Exam(Plain.Tasks, TalkTargets.Memory);
        var withoutMemory = Plain.Lesson() is var lesson ? lesson with { Train = NotMemory(lesson.Train), Watch = NotMemory(lesson.Watch) } : lesson;
        using var rest = Trees.Learn(withoutMemory, TestContext.Current.CancellationToken);
        var (m, q) = (memory.Answers(Linear, Plain.Judged), rest.Answer(Plain.Judged));

        var answers = Plain.Answers(new MemoryFirstApproach(Linear, Trees), Plain.Judged);
        Assert.All(answers.Index(), answer => Assert.Equal(m[answer.Index][1] + ((1 - m[answer.Index][1]) * q[answer.Index][1]), answer.Item[1], 1e-12));
    }

    [Fact]
    public void Weights_distort_probabilities_and_calibration_puts_them_right_without_changing_their_order()
    {
        var exam = new Exam(Invented.Tasks(Operator.Hesitant, 2000), TalkTargets.Memory);
        var weighted = TalkNetworks.Wide(new SummedView(), Imbalance.Weights);
        var (distorted, right) = (exam.Answers(weighted, exam.Judged), exam.Answers(new CalibratedApproach(weighted), exam.Judged));

        var before = ProbabilityScores.CalibrationError(distorted, exam.JudgedClasses);
        var after = ProbabilityScores.CalibrationError(right, exam.JudgedClasses);
        Assert.True(before > 0.08 && after < 0.5 * before, $"{before} to {after}");
        Assert.True(ProbabilityScores.LogLoss(right, exam.JudgedClasses) < ProbabilityScores.LogLoss(distorted, exam.JudgedClasses));
        Assert.Equal(exam.Area(distorted), exam.Area(right), 1e-9);
    }

    [Fact]
    public void Two_classes_are_asked_for_where_a_combination_needs_them()
    {
        var action = new Exam(Plain.Tasks, RecoveryTargets.Action);
        IApproach[] ofTwo = [new CalibratedApproach(Linear), new MemoryFirstApproach(Linear, Trees), RuleApproach.UnifiedMemory];
        Assert.All(ofTwo, approach => Assert.Throws<ArgumentException>(() => action.Answers(approach, action.Judged)));
    }

    private static List<int> NotMemory(IReadOnlyList<int> rows) => [.. rows.Where(row => Plain.Tasks[row].Action.MemoryMb is null)];
}
