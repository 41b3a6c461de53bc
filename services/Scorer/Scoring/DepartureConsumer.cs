using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>Withdraws what is open for a workflow that left assistance.</summary>
internal sealed class DepartureConsumer(CaseStore cases) : IConsumer<DepartureAccepted>
{
    public async Task Consume(ConsumeContext<DepartureAccepted> context)
    {
        using var span = RecoveryTelemetry.StartSpan("withdraw", ActivityKind.Producer, context.TraceParent());
        await cases.LeaveAsync(context.Message.Left, context.CancellationToken);
    }
}
