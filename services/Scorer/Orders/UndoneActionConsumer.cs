using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Orders;

/// <summary>Settles the answers of a workflow anew, since an action was taken back.</summary>
internal sealed class UndoneActionConsumer(CaseStore cases) : IConsumer<UndoneActionAccepted>
{
    public async Task Consume(ConsumeContext<UndoneActionAccepted> context)
    {
        using var span = RecoveryTelemetry.StartSpan("forget answer", ActivityKind.Consumer, context.TraceParent());
        await cases.AnswerAsync(context.Message.Action.Workflow, context.CancellationToken);
    }
}
