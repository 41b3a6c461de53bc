using System.Collections;
using WorkflowRecovery.Learning.Approaches;

namespace WorkflowRecovery.Learning.Tests.Approaches;

/// <summary>Classes of which only those of some rows may be asked for.</summary>
internal sealed class Guarded(IReadOnlyList<int> labels, HashSet<int> open) : IReadOnlyList<int>
{
    public int Count => labels.Count;

    public int this[int row] => open.Contains(row) ? labels[row] : throw new InvalidOperationException($"row {row} is judged on");

    public static Lesson Of(Lesson lesson, IEnumerable<int> open) => lesson with { Labels = new Guarded(lesson.Labels, [.. open]) };

    public IEnumerator<int> GetEnumerator() => Enumerable.Range(0, Count).Select(row => this[row]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
