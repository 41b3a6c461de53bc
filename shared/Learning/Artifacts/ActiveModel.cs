using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Evidence;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Artifacts;

/// <summary>What one column of a view adds to the evidence for a class.</summary>
/// <param name="Column">Column name, e.g. <c>50660/T2/good</c>.</param>
/// <param name="Value">The task's value in it; of a count log(1 + count), 0 where nothing was seen.</param>
/// <param name="Amount">Added log-odds, after calibration; negative speaks against the class.</param>
public sealed record Contribution(string Column, float Value, double Amount);

/// <summary>A model ready to answer. It may be asked from several threads at once.</summary>
public sealed class ActiveModel : IDisposable
{
    private readonly TargetModel _model;

    /// <summary>Loads the evidence of an artifact.</summary>
    /// <param name="artifact">The stored model.</param>
    /// <exception cref="ArtifactRefusedException">The model reads a view that this code does not have, is of an unknown kind, or cannot be read.</exception>
    /// <exception cref="XgboostMissingException">XGBoost is not installed.</exception>
    public ActiveModel(ModelArtifact artifact)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        Header = artifact.Header;
        View = ProductionViews.Of(Header.View, Header.ViewVersion);
        if (Header.BaseRates.Count != Header.Classes.Count || Header.BaseRates.Any(rate => !(rate > 0)) || !(Header.Temperature > 0))
            throw new ArtifactRefusedException($"the model's rates and temperature do not fit its {Header.Classes.Count} classes");

        _model = new(EvidenceOf(artifact), Header.BaseRates, new TemperatureScaling(Header.Temperature));
        if (_model.Evidence.Columns == View.Columns.Count)
            return;

        _model.Dispose();
        throw new ArtifactRefusedException($"the model has {_model.Evidence.Columns} columns, the view {View.Columns.Count}");
    }

    /// <summary>Loads a stored model of one of the <see cref="RecoveryTargets"/>.</summary>
    /// <param name="bytes">What was stored.</param>
    /// <param name="sha256">The hash that was promised, hexadecimal.</param>
    /// <param name="target">The target it was stored for.</param>
    /// <exception cref="ArtifactRefusedException">It is not what was promised, or answers another question.</exception>
    /// <exception cref="XgboostMissingException">XGBoost is not installed.</exception>
    public static ActiveModel Load(ReadOnlyMemory<byte> bytes, string sha256, string target)
    {
        var artifact = ModelArtifact.Load(bytes, sha256);
        if (artifact.Header.Target != target)
            throw new ArtifactRefusedException($"what was stored for {target} is a model of {artifact.Header.Target}");
        if (RecoveryTargets.All.FirstOrDefault(known => known.Name == target) is not { } asked || !asked.Classes.SequenceEqual(artifact.Header.Classes))
            throw new ArtifactRefusedException($"the classes of the model are {string.Join(", ", artifact.Header.Classes)}: not those of {target}");
        return new(artifact);
    }

    /// <summary>What is known about the model.</summary>
    public ArtifactHeader Header { get; }

    /// <summary>What it looks through.</summary>
    public ITaskView View { get; }

    /// <summary>Whether it can tell what a column added.</summary>
    public bool Tells => Header.Kind != EvidenceKinds.Network;

    /// <summary>Calibrated probabilities in the order of the header's classes; they sum to 1.</summary>
    public double[] Predict(ReportedTask task) => Predict(View.Of(task));

    /// <summary>The same of a task as the model's view sees it.</summary>
    /// <exception cref="ArgumentException">The task was seen through another view.</exception>
    public double[] Predict(SparseVector task) => _model.Predict(task);

    /// <summary>What speaks for and against a class, the strongest first; columns that add nothing are left out, and a network tells none.</summary>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public IReadOnlyList<Contribution> ContributionsTo(ReportedTask task, int @class)
    {
        var row = View.Of(task);
        return [.. _model.Evidence.ContributionsTo(row, @class)
            .Where(told => told.Amount != 0)
            .Select(told => new Contribution(View.Columns[told.Column], row[told.Column], told.Amount / _model.Calibration.Temperature))
            .OrderByDescending(contribution => Math.Abs(contribution.Amount))
            .ThenBy(contribution => contribution.Column, StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public void Dispose() => _model.Dispose();

    private static IEvidence EvidenceOf(ModelArtifact artifact)
    {
        try
        {
            return EvidenceKinds.Read(artifact.Header.Kind, artifact.Payload, artifact.Header.Classes.Count);
        }
        catch (FormatException fault)
        {
            throw new ArtifactRefusedException($"the model cannot be read: {fault.Message}", fault);
        }
    }
}
