namespace WorkflowRecovery.Learning.Training;

/// <summary>
/// How a model did on later tasks that it had not seen, every task counting the same. The constant model answers with
/// the base rates of the past.
/// </summary>
public sealed record TargetMetrics
{
    /// <summary>Tasks learned from before the calibration part.</summary>
    public required int TrainExamples { get; init; }

    /// <summary>Tasks that chose rounds and temperature.</summary>
    public required int CalibrateExamples { get; init; }

    /// <summary>Tasks that these numbers come from.</summary>
    public required int TestExamples { get; init; }

    /// <summary>Mean -ln p, in nats.</summary>
    public required double LogLoss { get; init; }

    /// <summary>Log-loss of the constant model.</summary>
    public required double ConstantLogLoss { get; init; }

    /// <summary>Squared distance to the answer, 0 to 2.</summary>
    public required double Brier { get; init; }

    /// <summary>Share of likeliest classes that were right.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Accuracy of always answering the commonest class of the past.</summary>
    public required double ConstantAccuracy { get; init; }

    /// <summary>Expected calibration error, 0 to 1.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>Per class, one against the rest; null where a side is missing.</summary>
    public required IReadOnlyList<double?> Auroc { get; init; }

    /// <summary>Per class, average precision; null where the class did not happen.</summary>
    public required IReadOnlyList<double?> AveragePrecision { get; init; }

    /// <summary>Per class; null where the class did not happen.</summary>
    public required IReadOnlyList<double?> Recall { get; init; }
}
