using System.Diagnostics;
using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>Notes which events an operator has answered.</summary>
internal sealed class OperatorActionConsumer(CaseStore cases) : IConsumer<OperatorActionAccepted>
{
    public async Task Consume(ConsumeContext<OperatorActionAccepted> context)
    {
        using var span = RecoveryTelemetry.StartSpan("note answer", ActivityKind.Consumer, context.TraceParent());
        await cases.AnswerAsync(context.Message.Action.Workflow, context.CancellationToken);
    }
}
