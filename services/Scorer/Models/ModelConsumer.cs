using MassTransit;
using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>Swaps models as soon as others are active.</summary>
internal sealed class ModelConsumer(ModelLoader loader) : IConsumer<ModelsPromoted>
{
    public Task Consume(ConsumeContext<ModelsPromoted> context) => loader.LoadAsync(context.CancellationToken);
}
