using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>Notes what recoveries brought.</summary>
internal sealed class OutcomeConsumer(OutcomeStore outcomes) : IConsumer<OutcomeAccepted>
{
    public async Task Consume(ConsumeContext<OutcomeAccepted> context)
    {
        using var span = RecoveryTelemetry.StartSpan("note outcome", ActivityKind.Consumer, context.TraceParent());
        await outcomes.StoreAsync(context.Message.Outcome, context.CancellationToken);
    }
}
