using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// An approach whose models can be stored and used. The watched rows of a lesson settle how far it goes; with that it can
/// be fitted to any rows, so that the model in use has learned from everything.
/// </summary>
public interface IModelApproach : IApproach
{
    /// <summary>What its models look through.</summary>
    ITaskView Eye { get; }

    /// <summary>Learns from the rows to train with and settles by the watched ones.</summary>
    /// <param name="lesson">What to learn.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    Settled Settle(Lesson lesson, IProgress<double>? progress = null, CancellationToken cancellation = default);

    /// <summary>A model of some rows, as far as was settled.</summary>
    /// <param name="lesson">What to learn.</param>
    /// <param name="rows">Rows to learn from, of those that answer the question; at least one.</param>
    /// <param name="settled">What <see cref="Settle"/> came to.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    TargetModel Fit(Lesson lesson, IReadOnlyList<int> rows, Settled settled, CancellationToken cancellation = default);

    /// <summary>Those of some rows that <see cref="Fit"/> learns from when it is given them all, in their order.</summary>
    /// <param name="lesson">What to learn.</param>
    /// <param name="rows">The rows.</param>
    IReadOnlyList<int> RowsOf(Lesson lesson, IReadOnlyList<int> rows) => rows;
}

/// <summary>What the watched rows settled.</summary>
/// <param name="Extent">How far it goes: rounds of trees, penalty of a regression, epochs of a network.</param>
/// <param name="Calibration">How far the evidence is to be believed.</param>
/// <param name="RatesHalfLife">After how long an order counts half in the rates that probabilities start from.</param>
/// <param name="LogLoss">Of the watched rows, in nats, by the model of the rows to train with.</param>
public sealed record Settled(double Extent, TemperatureScaling Calibration, TimeSpan RatesHalfLife, double LogLoss);
