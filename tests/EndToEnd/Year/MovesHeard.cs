using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>Somebody who listens for moves of models.</summary>
internal sealed class MovesHeard(IConnection connection) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, ModelsMoved> _heard = [];
    private readonly SemaphoreSlim _arrived = new(0);

    public static async Task<MovesHeard> ListenAsync(Uri address)
    {
        var heard = new MovesHeard(await new ConnectionFactory { Uri = address }.CreateConnectionAsync());
        await heard.ListenAsync();
        return heard;
    }

    /// <summary>All moves up to a number, in their order.</summary>
    public async Task<IReadOnlyList<ModelsMoved>> UpToAsync(int count)
    {
        while (_heard.Count < count)
            Assert.True(await _arrived.WaitAsync(TimeSpan.FromMinutes(2)), $"{_heard.Count} moves were told, not {count}");
        return [.. _heard.Values.OrderBy(move => move.Number)];
    }

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task ListenAsync()
    {
        var channel = await connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync("wr.cli.moves");
        await channel.QueueBindAsync(queue.QueueName, InsideNames.Exchange, InsideKeys.ModelsMoved);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var move = WireJson.Read<ModelsMoved>(delivery.Body.Span);
            _heard[move.Number] = move;
            _arrived.Release();
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
    }
}
