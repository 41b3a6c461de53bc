using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>Notes that somebody wants the models trained; the loop takes it up.</summary>
internal sealed class TrainingRequestConsumer(RunStore runs) : IConsumer<TrainingRequested>
{
    public Task Consume(ConsumeContext<TrainingRequested> context) =>
        runs.RequestAsync(context.Message.RequestId, $"asked for by {context.Message.RequestedBy}", context.CancellationToken);
}
