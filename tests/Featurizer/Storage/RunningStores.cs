using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Npgsql;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Featurizer.Storage;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

/// <summary>The featurizer's stores on tables and at an exchange of their own, as the service's role and user.</summary>
public sealed class RunningStores(TestServers servers) : IAsyncLifetime
{
    private const string Subscriber = "wr.featurizer.test-subscriber";

    private NpgsqlDataSource _source = null!;
    private NpgsqlDataSource _owner = null!;
    private BrokerPublisher _publisher = null!;

    /// <summary>The tables as the console may see them.</summary>
    internal NpgsqlDataSource Console { get; private set; } = null!;

    internal IDbContextFactory<FeaturizerDatabase> Databases { get; private set; } = null!;

    internal MatrixStore Matrices { get; private set; } = null!;

    internal SiteStatusStore Statuses { get; private set; } = null!;

    internal HistoryStore History { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var broker = await servers.NewVirtualHostAsync(cancellation);
        var database = await MigratedDatabase.NewAsync(servers, cancellation);
        _source = NpgsqlDataSource.Create(database.For(DatabaseRoles.Of("featurizer")));
        _owner = NpgsqlDataSource.Create(database.Migrator);
        Console = NpgsqlDataSource.Create(database.For(DatabaseRoles.Of("console")));
        _publisher = PublisherAt(broker.For("featurizer"));
        await _publisher.DeclareAsync(async channel =>
        {
            await channel.ExchangeDeclareAsync(InsideNames.Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellation);
            await channel.QueueDeclareAsync(Subscriber, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellation);
            await channel.QueueBindAsync(Subscriber, InsideNames.Exchange, InsideKeys.MatrixStored, cancellationToken: cancellation);
        });
        Databases = new PooledDbContextFactory<FeaturizerDatabase>(
            new DbContextOptionsBuilder<FeaturizerDatabase>().UseNpgsql(_source).UseSnakeCaseNamingConvention().Options);
        var outgoing = new OutgoingPublisher<FeaturizerDatabase>(Databases, _publisher, TimeProvider.System);
        (Matrices, Statuses) = (new(Databases, outgoing, TimeProvider.System), new(Databases, outgoing, TimeProvider.System));
        History = new(Databases, TimeProvider.System);
    }

    /// <summary>The same tables without a broker: a store that comes as far as the commit.</summary>
    internal MatrixStore MatricesWith(BrokerPublisher unreachable) =>
        new(Databases, new OutgoingPublisher<FeaturizerDatabase>(Databases, unreachable, TimeProvider.System), TimeProvider.System);

    internal static BrokerPublisher PublisherAt(Uri broker) => new(Options.Create(new BrokerOptions { Uri = broker }));

    /// <summary>What a subscriber has got since the last call. A publish is confirmed after it was queued, so nothing is under way.</summary>
    internal async Task<List<BasicGetResult>> TakeMessagesAsync()
    {
        var messages = new List<BasicGetResult>();
        await _publisher.DeclareAsync(async channel =>
        {
            while (await channel.BasicGetAsync(Subscriber, autoAck: true) is { } message)
                messages.Add(message);
        });
        return messages;
    }

    /// <summary>Runs a statement of the test as the owner of all tables.</summary>
    internal async Task RunAsOwnerAsync(string sql, params object[] parameters)
    {
#pragma warning disable CA2100 // The statements are the tests' own.
        await using var command = _owner.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What a query of the console's role brings, one value.</summary>
    internal async Task<object?> AskAsConsoleAsync(string sql, params object[] parameters)
    {
#pragma warning disable CA2100 // The queries are the tests' own.
        await using var command = Console.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return await command.ExecuteScalarAsync();
    }

    internal async Task<List<MatrixRow>> MatricesOfAsync(Guid eventId)
    {
        await using var database = await Databases.CreateDbContextAsync();
        return await database.Matrices.AsNoTracking().Where(matrix => matrix.EventId == eventId).OrderBy(matrix => matrix.Revision).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _source.DisposeAsync();
        await _owner.DisposeAsync();
        await Console.DisposeAsync();
    }
}
