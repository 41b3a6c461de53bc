namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>What would be ordered for one task, told with how surely.</summary>
/// <param name="Workflow">The task's workflow.</param>
/// <param name="Family">What is drawn together in a bootstrap.</param>
/// <param name="Confidence">Higher means surer, such as the probability of the plan.</param>
/// <param name="IsRight">Whether the operator ordered just that.</param>
public sealed record TaskAnswer(string Workflow, string Family, double Confidence, bool IsRight)
{
    /// <summary>When the workflow entered assistance: another time is another round, which is answered on its own.</summary>
    public DateTimeOffset? ReportedAt { get; init; }
}

/// <summary>How many workflows can be decided at one agreement with operators.</summary>
/// <param name="Agreement">Share of the decided workflows that are decided as operators did, 0 to 1.</param>
/// <param name="Share">Largest share of the workflows that can be decided so, the surest first, with its interval.</param>
public sealed record DecidedShare(double Agreement, BootstrapInterval Share);

/// <summary>
/// Answers by whole workflows: one is decided when all its tasks are, so it is as sure as the least sure of them, and it
/// is right when all of them are.
/// </summary>
public sealed class WorkflowAgreement
{
    private readonly List<double> _confidences;
    private readonly List<bool> _right;
    private readonly List<string> _families;

    private WorkflowAgreement(IReadOnlyList<IGrouping<(string Workflow, DateTimeOffset? ReportedAt), TaskAnswer>> workflows)
    {
        Workflows = [.. workflows.Select(workflow => workflow.Key.Workflow)];
        _confidences = [.. workflows.Select(workflow => workflow.Min(answer => answer.Confidence))];
        _right = [.. workflows.Select(workflow => workflow.All(answer => answer.IsRight))];
        _families = [.. workflows.Select(workflow => workflow.First().Family)];
        Curve = RiskCoverage.Of(_confidences, _right);
    }

    /// <summary>The agreements that shares are told at: 99, 97, 95 and 90 %.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.99, 0.97, 0.95, 0.90];

    /// <summary>The workflows, in ordinal order of their names, each as often as it has rounds.</summary>
    public IReadOnlyList<string> Workflows { get; }

    /// <summary>Share decided against error, by workflow.</summary>
    public RiskCoverage Curve { get; }

    /// <summary>Share of the workflows that are answered rightly when all are.</summary>
    public double Right => _right.Count == 0 ? 0 : _right.Average(right => right ? 1.0 : 0.0);

    /// <summary>Puts answers together by workflow and round.</summary>
    public static WorkflowAgreement Of(IEnumerable<TaskAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new([.. answers.GroupBy(answer => (answer.Workflow, answer.ReportedAt))
            .OrderBy(workflow => workflow.Key.Workflow, StringComparer.Ordinal)
            .ThenBy(workflow => workflow.Key.ReportedAt)]);
    }

    /// <summary>The shares at <see cref="Levels"/>, their intervals over families drawn anew.</summary>
    public IReadOnlyList<DecidedShare> Shares(GroupBootstrap bootstrap)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        return [.. Levels.Select(level => new DecidedShare(level, bootstrap.Of(_families, rows => ShareAt(level, rows))))];
    }

    /// <summary>The agreement on the workflows that a threshold decides, its interval over families drawn anew; no number where it decides none.</summary>
    /// <param name="confidence">The lowest confidence that is answered.</param>
    /// <param name="bootstrap">How families are drawn.</param>
    public BootstrapInterval AgreementFrom(double confidence, GroupBootstrap bootstrap)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        return bootstrap.Of(_families, rows => rows.Where(row => _confidences[row] >= confidence).Average(row => _right[row] ? 1.0 : (double?)0));
    }

    /// <summary>The share decided at one agreement over that of another, both on the same families; no number where the other decides nothing.</summary>
    /// <param name="other">Answers for the same workflows.</param>
    /// <param name="agreement">Share of right answers among those given, 0 to 1.</param>
    /// <param name="bootstrap">How families are drawn.</param>
    /// <exception cref="ArgumentException">The workflows are not the same.</exception>
    public BootstrapInterval RatioTo(WorkflowAgreement other, double agreement, GroupBootstrap bootstrap)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(bootstrap);
        if (!Workflows.SequenceEqual(other.Workflows))
            throw new ArgumentException("only answers for the same workflows can be compared", nameof(other));

        return bootstrap.Of(_families, rows => other.ShareAt(agreement, rows) is var share and > 0 ? ShareAt(agreement, rows) / share : null);
    }

    private double ShareAt(double agreement, IReadOnlyList<int> rows) =>
        RiskCoverage.Of([.. rows.Select(row => _confidences[row])], [.. rows.Select(row => _right[row])]).CoverageAt(agreement);
}
