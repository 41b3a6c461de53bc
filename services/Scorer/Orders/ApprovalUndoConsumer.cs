using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Orders;

/// <summary>Takes back what operators want back.</summary>
internal sealed class ApprovalUndoConsumer(CaseStore cases) : IConsumer<ApprovalUndone>
{
    public async Task Consume(ConsumeContext<ApprovalUndone> context)
    {
        using var span = RecoveryTelemetry.StartSpan("undo approval", ActivityKind.Producer, context.TraceParent());
        await cases.UndoAsync(context.Message, context.CancellationToken);
    }
}
