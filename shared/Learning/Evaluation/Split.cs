namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>Rows parted into what is learned from, what is calibrated on and what is tested on; no row is in two parts.</summary>
/// <param name="Name">How it was split, to be named beside every number that comes of it.</param>
/// <param name="Train">Row numbers.</param>
/// <param name="Calibrate">Row numbers.</param>
/// <param name="Test">Row numbers.</param>
public sealed record Split(string Name, IReadOnlyList<int> Train, IReadOnlyList<int> Calibrate, IReadOnlyList<int> Test)
{
    /// <summary>Of a split by time: rows before this moment are the past of the test part. Else null.</summary>
    public DateTimeOffset? TestBorder { get; init; }
}

/// <summary>How much of the rows a split sets aside, at most 1 together; what is left is trained on.</summary>
/// <param name="Calibrate">Share of the middle part, from 0.</param>
/// <param name="Test">Share of the last part, from 0.</param>
public sealed record SplitShares(double Calibrate, double Test);
