using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Orders;

/// <summary>Publishes what operators ordered.</summary>
internal sealed class ApprovalConsumer(CaseStore cases) : IConsumer<RecoveryApproved>
{
    public async Task Consume(ConsumeContext<RecoveryApproved> context)
    {
        using var span = RecoveryTelemetry.StartSpan("approve", ActivityKind.Producer, context.TraceParent());
        await cases.ApproveAsync(context.Message, context.CancellationToken);
    }
}
