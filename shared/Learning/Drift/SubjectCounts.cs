namespace WorkflowRecovery.Learning.Drift;

/// <summary>How many of the newest samples count as what.</summary>
internal sealed class SubjectCounts
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Samples that count.</summary>
    public int Size { get; private set; }

    public IEnumerable<string> Subjects => _counts.Keys;

    /// <summary>Counts from the end of a list until enough samples count.</summary>
    public static SubjectCounts OfNewest(IReadOnlyList<WorkflowSample> samples, DriftKind kind, int most)
    {
        var counts = new SubjectCounts();
        for (var at = samples.Count - 1; at >= 0 && counts.Size < most; at--)
        {
            if (samples[at].SubjectOf(kind) is not { } subject)
                continue;
            counts._counts[subject] = counts.Of(subject) + 1;
            counts.Size++;
        }

        return counts;
    }

    public int Of(string subject) => _counts.GetValueOrDefault(subject);
}
