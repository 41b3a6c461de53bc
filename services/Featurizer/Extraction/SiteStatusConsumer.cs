using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Featurizer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Featurizer.Extraction;

/// <summary>Stores each change of a site's status and makes anew the matrices of open events that it changes.</summary>
internal sealed class SiteStatusConsumer(SiteStatusStore store) : IConsumer<SiteStatusAccepted>
{
    public async Task Consume(ConsumeContext<SiteStatusAccepted> context)
    {
        using var span = RecoveryTelemetry.StartSpan("store site status", ActivityKind.Consumer, context.TraceParent());
        await store.StoreAsync(context.Message.Status, context.CancellationToken);
    }
}
