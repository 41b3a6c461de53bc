using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Ingestor.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Ingestor.Undo;

/// <summary>Keeps that an operator's action was taken back.</summary>
internal sealed class UndoneActionConsumer(UndoneStore undone) : IConsumer<OperatorActionUndone>
{
    public async Task Consume(ConsumeContext<OperatorActionUndone> context)
    {
        using var span = RecoveryTelemetry.StartSpan("undo action", ActivityKind.Consumer, context.TraceParent());
        await undone.StoreAsync(context.Message, context.CancellationToken);
    }
}
