using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>The models of a set as they are stored, read by this code as a scorer would read them.</summary>
internal sealed class StoredModels : IDisposable
{
    private readonly List<ActiveModel> _models = [];

    /// <exception cref="ArtifactRefusedException">One of them is not what was entered, or nothing that this code can use.</exception>
    public StoredModels(IReadOnlyList<ModelRow> rows)
    {
        try
        {
            foreach (var row in rows)
                Read(row);
            Models = new(_models);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public ActivePlanModels Models { get; }

    /// <summary>Why a set of models could not be used; null when it could.</summary>
    public static string? WhyUnusable(Guid runId, IReadOnlyList<ModelRow> rows)
    {
        if (rows.All(row => row.Target != RecoveryTargets.Action.Name))
            return $"{runId} has no model of the action, so it could recommend nothing.";
        if (rows.Any(row => row.Artifact is null))
            return $"The artifacts of {runId} are not kept any more.";
        try
        {
            new StoredModels(rows).Dispose();
            return null;
        }
        catch (ArtifactRefusedException refused)
        {
            return $"{runId} cannot be read: {refused.Message}.";
        }
    }

    public void Dispose() => _models.ForEach(model => model.Dispose());

    private void Read(ModelRow row)
    {
        var bytes = row.Artifact ?? throw new ArtifactRefusedException($"the artifact of {row.Target} is not kept any more");
        if (row.Target == PlanConfidence.Target)
        {
            PlanConfidence.Load(bytes, row.Sha256);
            return;
        }

        _models.Add(ActiveModel.Load(bytes, row.Sha256, row.Target));
    }
}
