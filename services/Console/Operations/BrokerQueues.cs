using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.DeadLetters;

namespace WorkflowRecovery.Console.Operations;

/// <summary>A queue as the broker sees it.</summary>
/// <param name="Name">The queue.</param>
/// <param name="Messages">Messages that wait, without those that are just being worked on; null when there is no such queue.</param>
/// <param name="Consumers">Who takes from it.</param>
/// <param name="Dead">Messages of it that failed to the end; 0 when none ever did.</param>
internal sealed record BrokerQueue(string Name, uint? Messages, uint Consumers, uint Dead);

/// <summary>Asks the broker itself how long queues are, which needs no other right than to connect.</summary>
internal sealed class BrokerQueues(IOptions<BrokerOptions> options)
{
    /// <summary>The queues of all endpoints, and that of the refused messages last.</summary>
    public async Task<IReadOnlyList<BrokerQueue>> ReadAsync(CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory { Uri = options.Value.Uri, ClientProvidedName = "console operations", AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        var states = new List<BrokerQueue>();
        foreach (var queue in InsideEndpoints.All.Select(endpoint => endpoint.Queue))
        {
            var (own, dead) = (await FindAsync(connection, queue, cancellationToken), await FindAsync(connection, queue + Return.ErrorEnding, cancellationToken));
            states.Add(new(queue, own?.MessageCount, own?.ConsumerCount ?? 0, dead?.MessageCount ?? 0));
        }

        var refused = await FindAsync(connection, Names.RejectedQueue, cancellationToken);
        return [.. states, new(Names.RejectedQueue, refused?.MessageCount, refused?.ConsumerCount ?? 0, 0)];
    }

    /// <summary>A queue that is not there closes the channel that asks for it.</summary>
    private static async Task<QueueDeclareOk?> FindAsync(IConnection connection, string queue, CancellationToken cancellationToken)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue, cancellationToken);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }
}
