using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace WorkflowRecovery.Ingestor.Tests.Broker;

/// <summary>What arrived in a queue, to be waited for.</summary>
internal sealed class Mailbox
{
    private readonly ConcurrentQueue<Letter> _letters = [];
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<Letter> Letters => _letters;

    /// <summary>Opens a mailbox on a queue.</summary>
    public static async Task<Mailbox> OpenAsync(IChannel channel, string queue)
    {
        var mailbox = new Mailbox();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            mailbox._letters.Enqueue(new(delivery.RoutingKey, new BasicProperties(delivery.BasicProperties), delivery.Body.ToArray()));
            Interlocked.Exchange(ref mailbox._arrived, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        return mailbox;
    }

    /// <summary>Waits for a letter.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public async Task<Letter> WaitAsync(Func<Letter, bool> which, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        while (true)
        {
            var next = _arrived.Task;
            if (_letters.FirstOrDefault(which) is { } letter)
                return letter;
            try
            {
                await next.WaitAsync(late.Token);
            }
            catch (OperationCanceledException cancelled)
            {
                throw new TimeoutException($"No such message within {limit.TotalSeconds} s; {_letters.Count} others came.", cancelled);
            }
        }
    }
}

internal sealed record Letter(string RoutingKey, BasicProperties Properties, byte[] Body)
{
    public string BodyText => System.Text.Encoding.UTF8.GetString(Body);

    /// <summary>A header whose value is text.</summary>
    public string? Header(string name) => Properties.Headers?.TryGetValue(name, out var value) == true && value is byte[] text ? System.Text.Encoding.UTF8.GetString(text) : null;
}
