using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>What an approach is to learn, and from which rows.</summary>
/// <param name="Set">All tasks.</param>
/// <param name="Target">The question.</param>
/// <param name="Labels">The class of each task of the set; -1 where its order does not answer the question.</param>
/// <param name="Train">Rows to learn from.</param>
/// <param name="Watch">Rows to stop, choose and calibrate by; never rows that are judged on.</param>
/// <param name="Seed">Seed of every draw.</param>
/// <param name="Threads">Threads to use; results do not depend on it.</param>
public sealed record Lesson(
    TaskSet Set, Target Target, IReadOnlyList<int> Labels, IReadOnlyList<int> Train, IReadOnlyList<int> Watch, int Seed, int Threads = 1)
{
    /// <summary>A lesson on the rows of some parts that answer the question.</summary>
    public static Lesson Of(TaskSet set, Target target, IEnumerable<int> train, IEnumerable<int> watch, int seed, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(target);
        int[] labels = [.. set.Tasks.Select(task => target.ClassOf(task.Action, task.ParametersGiven) ?? -1)];
        return new(set, target, labels, [.. train.Where(row => labels[row] >= 0)], [.. watch.Where(row => labels[row] >= 0)], seed, threads);
    }

    /// <summary>Number of classes.</summary>
    public int Classes => Target.Classes.Count;

    /// <summary>The classes of some rows.</summary>
    public int[] ClassesOf(IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. rows.Select(row => Labels[row])];
    }
}
