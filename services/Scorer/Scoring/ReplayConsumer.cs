using MassTransit;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Storage;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>Judges recorded tasks for whoever asks how the models would have done; nothing is published.</summary>
internal sealed class ReplayConsumer(ReplayStore replays) : IConsumer<ReplaySubmitted>
{
    public Task Consume(ConsumeContext<ReplaySubmitted> context) => replays.StoreAsync(context.Message, context.CancellationToken);
}
