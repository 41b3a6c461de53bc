using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Featurizer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Featurizer.Extraction;

/// <summary>Makes the matrix of each new observation of an event.</summary>
internal sealed class AssistanceConsumer(MatrixStore store) : IConsumer<AssistanceAccepted>
{
    public async Task Consume(ConsumeContext<AssistanceAccepted> context)
    {
        using var span = RecoveryTelemetry.StartSpan("featurize", ActivityKind.Consumer, context.TraceParent());
        await store.StoreAsync(context.Message, context.CancellationToken);
    }
}
