namespace WorkflowRecovery.Learning.Drift;

/// <summary>
/// When a change counts as drift. The thresholds keep to one false alarm a month at most when every workflow is looked
/// at as it comes, over all codes, sites and windows; the simulation test measures it.
/// </summary>
public sealed record DriftOptions
{
    /// <summary>The usual options.</summary>
    public static DriftOptions Usual { get; } = new();

    /// <summary>Fewer workflows than this are no reference.</summary>
    public int LeastReference { get; init; } = 200;

    /// <summary>So many workflows are a reference at most, the newest ones.</summary>
    public int MostReference { get; init; } = 1000;

    /// <summary>Numbers of newest workflows that are held against the reference, rising: few find large shifts soon, many find small ones.</summary>
    public IReadOnlyList<int> Windows { get; init; } = [50, 100, 200];

    /// <summary>Least Cohen's h, up or down: below it a change is too small to matter, however sure it is.</summary>
    public double LeastEffect { get; init; } = 0.2;

    /// <summary>Least statistic for one of the many codes or sites.</summary>
    public double InputThreshold { get; init; } = 13;

    /// <summary>Least statistic for the one share of other actions.</summary>
    public double LabelThreshold { get; init; } = 7;

    /// <summary>Drift that was found lasts until its statistic is below this part of the threshold.</summary>
    public double Back { get; init; } = 0.5;

    internal double ThresholdOf(DriftKind kind) => kind == DriftKind.Label ? LabelThreshold : InputThreshold;
}
