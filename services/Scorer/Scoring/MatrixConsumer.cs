using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>Judges each new matrix and publishes the recommendation.</summary>
internal sealed class MatrixConsumer(CaseStore cases) : IConsumer<MatrixStored>
{
    public async Task Consume(ConsumeContext<MatrixStored> context)
    {
        using var span = RecoveryTelemetry.StartSpan("recommend", ActivityKind.Producer, context.TraceParent());
        await cases.JudgeAsync(context.Message, context.CancellationToken);
    }
}
