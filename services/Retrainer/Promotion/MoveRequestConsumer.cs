using MassTransit;
using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>Moves a set of models because somebody asks for it.</summary>
internal sealed class MoveRequestConsumer(RequestedMoves moves) : IConsumer<ModelMoveRequested>
{
    public Task Consume(ConsumeContext<ModelMoveRequested> context) => moves.HandleAsync(context.Message, context.CancellationToken);
}
