namespace WorkflowRecovery.Learning.Linear;

/// <summary>How a logistic regression is fitted.</summary>
public sealed record LogisticOptions
{
    /// <summary>
    /// How strongly large coefficients are held down (L2), from 0: half of it times their sum of squares is added to the
    /// summed log-loss, so it is 1/C of scikit-learn. Intercepts are free. Columns should be of like size, such as log(1 + count).
    /// </summary>
    public double Penalty { get; init; } = 1;

    /// <summary>The fit ends when no slope, relative to the loss, is larger.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>The fit ends after so many steps.</summary>
    public int MaxSteps { get; init; } = 500;
}
