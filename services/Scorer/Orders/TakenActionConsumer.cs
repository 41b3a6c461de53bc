using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Orders;

/// <summary>Notes what executors acted on.</summary>
internal sealed class TakenActionConsumer(CaseStore cases) : IConsumer<ActionTakenAccepted>
{
    public async Task Consume(ConsumeContext<ActionTakenAccepted> context)
    {
        using var span = RecoveryTelemetry.StartSpan("note taken", ActivityKind.Producer, context.TraceParent());
        await cases.TakeUpAsync(context.Message.Taken, context.CancellationToken);
    }
}
