namespace WorkflowRecovery.Learning.Drift;

/// <summary>
/// When a change counts as drift. The thresholds keep to less than one false alarm a month on average when every workflow is looked
/// at as it comes, over all codes, sites and windows, and are no higher than that takes, since higher ones miss more; simulation tests
/// measure both.
/// </summary>
public sealed record DriftOptions
{
    /// <summary>The usual options.</summary>
    public static DriftOptions Usual { get; } = new();

    /// <summary>Fewer workflows than this are no reference.</summary>
    public int LeastReference { get; init; } = 200;

    /// <summary>
    /// A reference of workflows after a drift grows up to so many, as long as the longest window is left, and stays then: of two hundred
    /// shares are known so badly that many shifts would be missed.
    /// </summary>
    public int SettledReference { get; init; } = 400;

    /// <summary>So many workflows are a reference at most, the newest ones.</summary>
    public int MostReference { get; init; } = 1000;

    /// <summary>Numbers of newest workflows that are held against the reference, rising: few find large shifts soon, many find small ones.</summary>
    public IReadOnlyList<int> Windows { get; init; } = [50, 100, 200];

    /// <summary>Least Cohen's h, up or down: below it a change is too small to matter, however sure it is.</summary>
    public double LeastEffect { get; init; } = 0.2;

    /// <summary>Least statistic for one of the many codes.</summary>
    public double CodeThreshold { get; init; } = 9;

    /// <summary>Least statistic for one of the many sites, where failures come in bursts of days.</summary>
    public double SiteThreshold { get; init; } = 10;

    /// <summary>Least statistic for the one share of other actions.</summary>
    public double LabelThreshold { get; init; } = 4.5;

    /// <summary>Drift that was found lasts until its statistic is below this part of the threshold.</summary>
    public double Back { get; init; } = 0.5;

    internal double ThresholdOf(DriftKind kind) => kind switch
    {
        DriftKind.Code => CodeThreshold,
        DriftKind.Site => SiteThreshold,
        _ => LabelThreshold,
    };
}
