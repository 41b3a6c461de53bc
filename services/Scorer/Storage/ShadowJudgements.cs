using System.Diagnostics.Metrics;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Asks the models in shadow beside the active ones. Whatever happens to them, the answer goes out.</summary>
internal sealed partial class ShadowJudgements(ILogger<ShadowJudgements> logger)
{
    private static readonly Counter<long> Failed = RecoveryTelemetry.Meter.CreateCounter<long>(
        "workflow_recovery.shadow.failed", "{matrix}", "Matrices that models in shadow failed to judge");

    /// <summary>What they make of a matrix; null without models in shadow, or when they fail.</summary>
    public IReadOnlyList<Plan>? PlansOf(ModelPair models, MatrixStored stored, ReportedTask task, int maxMemoryMbPerCore)
    {
        if (models.Shadow is not { RunId: { } runId } shadow)
            return null;

        try
        {
            return Judge.WithoutReasons(shadow, task, maxMemoryMbPerCore).Plans;
        }
        catch (Exception failure)
        {
            Failed.Add(1);
            LogFailed(runId, stored.MatrixId, failure);
            return null;
        }
    }

    [LoggerMessage(30, LogLevel.Error, "Models of training {Run} in shadow failed to judge matrix {Matrix}")]
    private partial void LogFailed(Guid run, Guid matrix, Exception failure);
}
