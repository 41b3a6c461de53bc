using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>What one column of a view adds to the evidence for a class.</summary>
/// <param name="Column">Column name, e.g. <c>50660/T2/good</c>.</param>
/// <param name="Value">The task's value in it: log(1 + count); 0 where nothing was seen.</param>
/// <param name="Amount">Added log-odds, after calibration; negative speaks against the class.</param>
public sealed record Contribution(string Column, float Value, double Amount);

/// <summary>A model ready to answer. It may be asked from several threads at once.</summary>
public sealed class ActiveModel : IDisposable
{
    private readonly TargetModel _model;
    private readonly IMatrixView _view;

    /// <summary>Loads the trees of an artifact.</summary>
    /// <param name="artifact">The stored model.</param>
    /// <param name="view">The view that tasks will be seen through.</param>
    /// <exception cref="ArtifactRefusedException">The model was trained on another view, or its trees cannot be read.</exception>
    /// <exception cref="XgboostMissingException">XGBoost is not installed.</exception>
    public ActiveModel(ModelArtifact artifact, IMatrixView view)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(view);
        (Header, _view) = (artifact.Header, view);
        if (Header.View != view.Name || Header.ViewVersion != view.Version)
            throw new ArtifactRefusedException($"the model reads view {Header.View} {Header.ViewVersion}, not {view.Name} {view.Version}");

        _model = new(TreesOf(artifact), Header.BaseRates, new TemperatureScaling(Header.Temperature));
        if (_model.Trees.Columns != view.Columns.Count)
            throw new ArtifactRefusedException($"the model has {_model.Trees.Columns} columns, the view {view.Columns.Count}");
    }

    /// <summary>What is known about the model.</summary>
    public ArtifactHeader Header { get; }

    /// <summary>Calibrated probabilities in the order of the header's classes; they sum to 1.</summary>
    /// <exception cref="ArgumentException">The task was seen through another view.</exception>
    public double[] Predict(SparseVector task) => _model.Predict(task);

    /// <summary>What speaks for and against a class, the strongest first; columns that add nothing are left out.</summary>
    /// <exception cref="ArgumentException">The task was seen through another view, or there is no such class.</exception>
    public IReadOnlyList<Contribution> ContributionsTo(SparseVector task, int @class)
    {
        var amounts = _model.Trees.ContributionsOf(task, @class);
        return [.. _view.Columns
            .Select((column, at) => new Contribution(column, task[at], amounts[at] / _model.Calibration.Temperature))
            .Where(contribution => contribution.Amount != 0)
            .OrderByDescending(contribution => Math.Abs(contribution.Amount))
            .ThenBy(contribution => contribution.Column, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public void Dispose() => _model.Dispose();

    private static BoostedTrees TreesOf(ModelArtifact artifact)
    {
        try
        {
            return BoostedTrees.Load(artifact.Trees.Span, artifact.Header.Classes.Count);
        }
        catch (XgboostException fault)
        {
            throw new ArtifactRefusedException("the model's trees cannot be read", fault);
        }
    }
}
