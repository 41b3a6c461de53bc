using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.ServiceDefaults.DeadLetters;

/// <summary>Where a dead letter came from, and what it was like before.</summary>
/// <param name="Exchange">The exchange to publish it to.</param>
/// <param name="RoutingKey">The routing key.</param>
/// <param name="Properties">Its properties without what was added on its way here.</param>
public sealed record Return(string Exchange, string RoutingKey, BasicProperties Properties)
{
    /// <summary>What the names of queues for failed messages end with.</summary>
    public const string ErrorEnding = "_error";

    private const string RejectHeaders = "reject-";
    private const string FaultHeaders = "MT-";

    /// <summary>
    /// A refused message goes back to the intake under its own routing key; a failed one to the exchange in front of the
    /// queue where it failed, which bears that queue's name.
    /// </summary>
    public static Return Of(DeadLetter letter) => letter.Queue == Names.RejectedQueue
        ? new Return(Names.IntakeExchange, letter.Header(Names.RejectRoutingKey) ?? letter.RoutingKey, Without(letter.Properties, RejectHeaders))
        : new Return(letter.Queue[..^ErrorEnding.Length], letter.RoutingKey, Without(letter.Properties, FaultHeaders));

    private static BasicProperties Without(IReadOnlyBasicProperties properties, string prefix)
    {
        var headers = properties.Headers?.Where(header => !header.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary();
        return new BasicProperties(properties) { Headers = headers is { Count: > 0 } ? headers : null };
    }
}
