using System.Collections.Concurrent;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>What is learned depends on the rows to learn from and on the seed, and on nothing else, to the last bit.</summary>
public sealed class HonestyTests
{
    private const int Few = 240;
    private static readonly ConcurrentDictionary<string, double[][]> Before = new();

    [Theory]
    [MemberData(nameof(Case.QuickNames), MemberType = typeof(Case))]
    public void Rows_that_are_judged_on_change_nothing_for_others(string name)
    {
        var exam = Case.All[name].Exam(Few);
        var changed = exam.WithOtherJudged(Other);

        Assert.Equal(exam.Judged, changed.Judged);
        Assert.NotEqual(exam.JudgedClasses, changed.JudgedClasses);
        Assert.Equal(Answers(name), changed.Answers(Case.All[name].Approach, changed.Known));
    }

    [Theory]
    [MemberData(nameof(Case.QuickNames), MemberType = typeof(Case))]
    public void The_class_of_a_row_that_is_judged_on_is_never_asked_for(string name)
    {
        var exam = Case.All[name].Exam(Few);
        Assert.Throws<InvalidOperationException>(() => exam.GuardedLesson().Labels[exam.Judged[0]]);
        Assert.All(Answers(name), answer => Assert.Equal(1, answer.Sum(), 1e-6));
    }

    [Theory]
    [MemberData(nameof(Case.QuickNames), MemberType = typeof(Case))]
    public void Two_threads_learn_the_same_as_one(string name)
    {
        var exam = Case.All[name].Exam(Few);
        Assert.Equal(Answers(name), exam.Answers(Case.All[name].Approach, exam.Known, threads: 2));
    }

    [Theory]
    [MemberData(nameof(Case.QuickNetworkNames), MemberType = typeof(Case))]
    public void A_network_of_another_seed_answers_otherwise(string name)
    {
        var exam = Case.All[name].Exam(Few);
        Assert.NotEqual(Answers(name), exam.Answers(Case.All[name].Approach, exam.Known, seed: 2));
    }

    private static double[][] Answers(string name) =>
        Before.GetOrAdd(name, _ => AnswersOf(Case.All[name].Exam(Few), Case.All[name]));

    private static double[][] AnswersOf(Exam exam, Case one)
    {
        using var learned = one.Approach.Learn(exam.GuardedLesson(), TestContext.Current.CancellationToken);
        return learned.Answer(exam.Known);
    }

    /// <summary>The opposite order, and errors, jobs and words that no other task has.</summary>
    private static RecordedTask Other(RecordedTask task) => task with
    {
        Action = task.Action == Operator.Memory ? Operator.Plain : Operator.Memory,
        Report = task.Report with
        {
            Matrix = SiteErrorMatrix.Of([new(71305, "T3_US_OSG", Readiness.Green, 7777), new(50660, "T2_US_MIT", Readiness.Red, 5000)]),
            TotalJobs = 8000,
            Logs = [new TaskLog(71305, "T3_US_OSG", string.Join(' ', Enumerable.Repeat("weather report", 50)))],
        },
    };
}
