using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// Asks in the order in which operators seem to decide: first whether memory must change, which one code nearly tells; then,
/// among tasks where it need not, the question itself. P(second class) = m + (1 - m) q, with m = P(memory) and q the answer to
/// the second question. Fits questions of two classes whose second one holds every memory order.
/// </summary>
/// <param name="memory">Learns whether memory must change.</param>
/// <param name="rest">Learns the question among the other tasks.</param>
public sealed class MemoryFirstApproach(IApproach memory, IApproach rest) : IApproach
{
    /// <inheritdoc />
    public string Name => $"memory first, then the rest, by {rest.Name}";

    /// <inheritdoc />
    public string View => string.Join(" + ", new[] { memory.View, rest.View }.Distinct());

    /// <inheritdoc />
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        if (lesson.Classes != 2)
            throw new ArgumentException($"{lesson.Target.Name} has {lesson.Classes} classes, not two", nameof(lesson));

        var first = Lesson.Of(lesson.Set, TalkTargets.Memory, lesson.Train, lesson.Watch, lesson.Seed, lesson.Threads);
        var second = lesson with
        {
            Train = [.. lesson.Train.Where(row => first.Labels[row] == 0)],
            Watch = [.. lesson.Watch.Where(row => first.Labels[row] == 0)],
        };
        return new Learned(memory.Learn(first, cancellation), rest.Learn(second, cancellation));
    }

    private sealed class Learned(ILearned memory, ILearned rest) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows) =>
            [.. memory.Answer(rows).Zip(rest.Answer(rows), (first, second) => Of(first[1] + ((1 - first[1]) * second[1])))];

        public void Dispose()
        {
            memory.Dispose();
            rest.Dispose();
        }

        private static double[] Of(double second) => [1 - second, second];
    }
}
