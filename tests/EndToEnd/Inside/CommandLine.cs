using Npgsql;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.EndToEnd.Tests.Learning;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Inside;

/// <summary>What the command line does, with its rights: it sends to the services, and reads the views that they publish.</summary>
public sealed class CommandLine(Pipeline pipeline) : IAsyncDisposable
{
    // Where many tests share two cores, a training of seconds takes minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(pipeline.Database.For("wr_cli"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Imports recorded actions and returns when their matrices are stored.</summary>
    public Task ImportAsync(IReadOnlyList<SimulatedTask> tasks) => ImportAsync([.. tasks.Select(PastTasks.Of)]);

    public async Task ImportAsync(IReadOnlyList<PastTask> tasks)
    {
        var importId = Guid.NewGuid();
        await SendAsync(tasks.Chunk(500).Select((batch, number) => (InsideKeys.HistorySubmitted, (object)new HistorySubmitted(importId, number + 1, batch))));
        await UntilAsync($"select coalesce(sum(submitted), 0) = {tasks.Count} from featurizer.import_progress");
    }

    public Task SendAsync(string key, object message) => SendAsync([(key, message)]);

    /// <summary>Returns when a query says true.</summary>
    public async Task UntilAsync(string condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!(await ReadAsync(condition, row => row.GetBoolean(0)))[0])
        {
            if (patience.IsCancellationRequested)
                Assert.Fail($"Not within {Patience}: {condition}");
            await ticks.WaitForNextTickAsync(Cancellation);
        }
    }

    public async Task<IReadOnlyList<T>> ReadAsync<T>(string query, Func<NpgsqlDataReader, T> read)
    {
#pragma warning disable CA2100 // The queries are the tests' own.
        await using var command = _database.CreateCommand(query);
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(Cancellation);
        var found = new List<T>();
        while (await rows.ReadAsync(Cancellation))
            found.Add(read(rows));
        return found;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task SendAsync(IEnumerable<(string Key, object Message)> messages)
    {
        await using var connection = await new ConnectionFactory { Uri = pipeline.Broker.For("wr-cli") }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(new(true, true), Cancellation);
        foreach (var (key, message) in messages)
            await channel.BasicPublishAsync(InsideNames.Exchange, key, mandatory: true, new BasicProperties { Persistent = true }, WireJson.Write(message), Cancellation);
    }
}
