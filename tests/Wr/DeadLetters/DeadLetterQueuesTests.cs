using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Testing;
using WorkflowRecovery.Wr.DeadLetters;

namespace WorkflowRecovery.Wr.Tests.DeadLetters;

public sealed class DeadLetterQueuesTests(TestServers servers)
{
    [Fact]
    public async Task Every_queue_of_dead_letters_is_found()
    {
        var broker = await servers.NewVirtualHostAsync(TestContext.Current.CancellationToken);
        await using var connection = await new ConnectionFactory { Uri = broker.Admin }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var queue in new[] { Names.RejectedQueue, "wr.scorer.matrices_error", "wr.scorer.matrices", "outside" })
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([Names.RejectedQueue, "wr.scorer.matrices_error"], await DeadLetterQueues.ListAsync(broker, TestContext.Current.CancellationToken));

        await broker.RemoveVirtualHostAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void They_are_known_by_their_names() => Assert.Equal(
        [Names.RejectedQueue, "wr.a.b_error", "wr.c.d_error"],
        DeadLetterQueues.Choose(["wr.c.d_error", "wr.c.d", "mine_error", Names.RejectedQueue, "wr.a.b_error", "wr.a.b_skipped"]));
}
