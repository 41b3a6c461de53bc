namespace WorkflowRecovery.Learning.Drift;

/// <summary>
/// Holds the newest workflows against a reference: the share of each error code, each compute site and of other actions
/// than an acdc. A change counts only when there are enough workflows, when it is surprising, and when it is large.
/// </summary>
/// <param name="reference">What is usual, in the order of reports; the newest of them count.</param>
/// <param name="options">When a change counts.</param>
public sealed class DriftDetection(IReadOnlyList<WorkflowSample> reference, DriftOptions options)
{
    /// <summary>An acdc is whatever is not the other, so one of both says all.</summary>
    private const string Other = "other";

    private readonly Dictionary<DriftKind, SubjectCounts> _reference = Enum.GetValues<DriftKind>().ToDictionary(
        kind => kind, kind => SubjectCounts.OfNewest(reference, kind, options.MostReference));

    /// <summary>The most surprising drift of a kind, of equally surprising ones the share that rose; null when there is none, or too little to tell.</summary>
    /// <param name="kind">What may drift.</param>
    /// <param name="recent">The workflows after the reference, in the order of reports.</param>
    public DriftSignal? Find(DriftKind kind, IReadOnlyList<WorkflowSample> recent)
    {
        ArgumentNullException.ThrowIfNull(recent);
        return options.Windows
            .SelectMany(size => SignalsOf(kind, recent, size))
            .Where(signal => signal.Change.Statistic >= options.ThresholdOf(kind) && Math.Abs(signal.Change.Effect) >= options.LeastEffect)
            .MaxBy(signal => (Math.Round(signal.Change.Statistic, 9), signal.Change.Effect));
    }

    /// <summary>
    /// Whether a drift that was found is over: every window says so, since whichever had found it would find it again at once, or there
    /// is nothing to hold it against any more.
    /// </summary>
    /// <param name="kind">What drifted.</param>
    /// <param name="subject">See <see cref="DriftSignal.Subject"/>.</param>
    /// <param name="recent">The workflows after the reference, in the order of reports.</param>
    public bool IsOver(DriftKind kind, string subject, IReadOnlyList<WorkflowSample> recent) =>
        !IsEnough(_reference[kind])
        || options.Windows
            .Select(size => SubjectCounts.OfNewest(recent, kind, size))
            .Where(newest => newest.Size >= options.Windows[0])
            .All(newest => Change(_reference[kind], newest, subject).Statistic < options.Back * options.ThresholdOf(kind));

    private IEnumerable<DriftSignal> SignalsOf(DriftKind kind, IReadOnlyList<WorkflowSample> recent, int size)
    {
        var (before, now) = (_reference[kind], SubjectCounts.OfNewest(recent, kind, size));
        if (now.Size < size || !IsEnough(before))
            return [];
        var subjects = kind == DriftKind.Label ? [Other] : before.Subjects.Union(now.Subjects);
        return subjects.Select(subject => new DriftSignal(kind, subject, recent[^1].ReportedAt, Change(before, now, subject)));
    }

    private bool IsEnough(SubjectCounts before) => before.Size >= options.LeastReference;

    private static ShareChange Change(SubjectCounts before, SubjectCounts now, string subject) =>
        ShareChange.Of(before.Of(subject), before.Size, now.Of(subject), now.Size);
}
