using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Featurizer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Featurizer.Extraction;

/// <summary>Makes the matrices of recorded tasks; nothing goes on from here.</summary>
internal sealed class HistoryConsumer(HistoryStore store) : IConsumer<HistoryAccepted>
{
    public async Task Consume(ConsumeContext<HistoryAccepted> context)
    {
        using var span = RecoveryTelemetry.StartSpan("featurize history", ActivityKind.Consumer, context.TraceParent());
        await store.StoreAsync(context.Message, context.CancellationToken);
    }
}
