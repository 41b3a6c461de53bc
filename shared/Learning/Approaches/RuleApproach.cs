using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// The rule that Unified's automatic recovery had for memory (switched off in production): more memory when more than a
/// fifth of the failures are of a code that says so. It learns nothing; its score is that share.
/// </summary>
/// <param name="codes">Error codes that ask for it.</param>
/// <param name="share">Above which share of the failures it answers yes, between 0 and 1.</param>
public sealed class RuleApproach(IReadOnlyList<int> codes, double share) : IApproach
{
    /// <summary>Memory: code 50660, more than 20 % of the failures (Unified, <c>recoveror.py</c>).</summary>
    public static RuleApproach UnifiedMemory { get; } = new([50660], 0.2);

    /// <inheritdoc />
    public string Name => $"rule: {string.Join(", ", codes)} above {share:P0} of failures";

    /// <inheritdoc />
    public string View => "matrix";

    /// <inheritdoc />
    public ILearned Learn(Lesson lesson, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return lesson.Classes == 2
            ? new Learned(lesson.Set, codes, share)
            : throw new ArgumentException($"a rule says yes or no, but {lesson.Target.Name} has {lesson.Classes} classes", nameof(lesson));
    }

    private sealed class Learned(TaskSet set, IReadOnlyList<int> codes, double threshold) : ILearned
    {
        public double[][] Answer(IReadOnlyList<int> rows) => [.. rows.Select(row => Answer(set.Tasks[row].Report.Matrix))];

        public void Dispose()
        {
        }

        /// <summary>The threshold is put at one half, so that the likelier class is what the rule says.</summary>
        private double[] Answer(SiteErrorMatrix matrix)
        {
            var total = matrix.TotalErrors;
            var part = total == 0 ? 0 : (double)matrix.Cells.Where(cell => codes.Contains(cell.Code)).Sum(cell => cell.Count) / total;
            var yes = part <= threshold ? 0.5 * part / threshold : 0.5 + (0.5 * (part - threshold) / (1 - threshold));
            return [1 - yes, yes];
        }
    }
}
