using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using RabbitMQ.Client;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Tests.Database;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.ServiceDefaults.Tests.Outgoing;

/// <summary>An outgoing table, an exchange, and a subscriber's queue behind it.</summary>
public sealed class OutgoingRoom(TestServers servers) : IAsyncLifetime
{
    internal const string Exchange = "probe.exchange";
    internal static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private NpgsqlDataSource _source = null!;
    private BrokerPublisher _broker = null!;

    internal IDbContextFactory<ProbeDatabase> Databases { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _source = NpgsqlDataSource.Create((await servers.NewDatabaseAsync(cancellation)).Migrator);
        await ProbeDatabase.Migrations.ApplyAsync(_source, cancellation);
        Databases = new PooledDbContextFactory<ProbeDatabase>(
            new DbContextOptionsBuilder<ProbeDatabase>().UseNpgsql(_source).UseSnakeCaseNamingConvention().Options);
        _broker = new(Options.Create(new BrokerOptions { Uri = (await servers.NewVirtualHostAsync(cancellation)).Admin }));
        await _broker.DeclareAsync(async channel =>
        {
            await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellation);
            await channel.QueueDeclareAsync("subscriber", durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellation);
            await channel.QueueBindAsync("subscriber", Exchange, "#", cancellationToken: cancellation);
        });
    }

    internal OutgoingPublisher<ProbeDatabase> PublisherAt(FakeTimeProvider clock, IDbContextFactory<ProbeDatabase>? databases = null) => new(databases ?? Databases, _broker, clock);

    internal async Task<OutgoingMessage> StageAsync(DateTimeOffset createdAt, string exchange = Exchange, Guid? origin = null)
    {
        var message = new OutgoingMessage
        {
            MessageId = Guid.NewGuid(),
            Origin = origin ?? Guid.NewGuid(),
            Exchange = exchange,
            RoutingKey = "a.b",
            Type = "Probe",
            Body = Guid.NewGuid().ToByteArray(),
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            CreatedAt = createdAt,
        };
        await using var database = await Databases.CreateDbContextAsync();
        database.Outgoing.Add(message);
        await database.SaveChangesAsync();
        return message;
    }

    internal async Task<OutgoingMessage?> FindAsync(OutgoingMessage message)
    {
        await using var database = await Databases.CreateDbContextAsync();
        return await database.Outgoing.AsNoTracking().SingleOrDefaultAsync(row => row.MessageId == message.MessageId);
    }

    /// <summary>What the subscriber has got of these since the last call.</summary>
    internal async Task<List<BasicGetResult>> TakeAsync()
    {
        var got = new List<BasicGetResult>();
        await _broker.DeclareAsync(async channel =>
        {
            while (await channel.BasicGetAsync("subscriber", autoAck: true) is { } message)
                got.Add(message);
        });
        return got;
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _source.DisposeAsync();
    }
}
