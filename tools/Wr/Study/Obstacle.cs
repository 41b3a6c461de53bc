using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Text;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Says what keeps a question from being learned or judged on the tasks at hand.</summary>
internal static class Obstacle
{
    public const string NoLogs = "there are no logs";
    public const string FewWords = "the logs to learn from repeat no word often enough";

    /// <summary>A look at so many tasks mostly shows that there are words enough.</summary>
    private const int Glance = 200;

    /// <summary>What is in the way; null when nothing is.</summary>
    /// <param name="experiment">What is to be tried.</param>
    /// <param name="lesson">What it is to learn.</param>
    /// <param name="test">Rows to judge on, which answer the question.</param>
    public static string? Of(Experiment experiment, Lesson lesson, IReadOnlyList<int> test) =>
        (experiment.NeedsLogs ? OfLogs(lesson) : null)
        ?? OfClasses(lesson, lesson.Train, "to learn from")
        ?? OfClasses(lesson, lesson.Watch, "to watch")
        ?? OfClasses(lesson, test, "to judge on");

    /// <summary>What is in the way of learning what orders say at all, however alike they are.</summary>
    public static string? OfOrders(Lesson lesson) => lesson.Train.Count == 0 || lesson.Watch.Count == 0
        ? $"no order to learn from, or none to watch, tells {lesson.Target.Name}"
        : null;

    private static string? OfLogs(Lesson lesson)
    {
        if (!lesson.Set.Tasks.Any(HasLogs))
            return NoLogs;

        List<ReportedTask> reports = [.. lesson.Set.Of(lesson.Train).Where(HasLogs).Select(task => task.Report)];
        return new[] { Glance, reports.Count }.Any(count => !Vocabulary.Of(reports.Take(count), WordsRecipe.FewestUses).Words.IsEmpty) ? null : FewWords;
    }

    private static string? OfClasses(Lesson lesson, IReadOnlyList<int> rows, string part) => lesson.ClassesOf(rows).Distinct().ToList() switch
    {
        [] => $"there are no tasks {part}",
        [var only] => $"the tasks {part} are all \"{lesson.Target.Classes[only]}\"",
        _ => null,
    };

    private static bool HasLogs(RecordedTask task) => task.Report.Logs.Count > 0;
}
