namespace WorkflowRecovery.Learning.Training;

/// <summary>How a model is trained. Equal examples and options give equal bits, whatever <see cref="Threads"/> is.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of every draw.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads of the tree library.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Boosting rounds at most.</summary>
    public int Rounds { get; init; } = 120;

    /// <summary>
    /// After how long an example counts half. Operators' habits drift (on recorded actions other actions than acdc fell
    /// from 10 to 3 % within a year): base rates and trees follow the recent past. Chosen among 60, 90, 120, 180 and 360
    /// days by the log-loss of the last 200, 500, 1000, 2000 and 4000 recorded tasks; 90 to 180 are about equal.
    /// </summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromDays(120);

    /// <summary>Share of the examples that calibrates, the next to last in time.</summary>
    public double CalibrateShare { get; init; } = 0.15;

    /// <summary>Share of the examples that tests, the last in time.</summary>
    public double TestShare { get; init; } = 0.15;

    /// <summary>Fewer examples than this in any of the three parts are refused.</summary>
    public int MinimumPerPart { get; init; } = 20;
}
