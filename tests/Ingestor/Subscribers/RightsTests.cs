using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Provisioning;

namespace WorkflowRecovery.Ingestor.Tests.Subscribers;

[Collection(nameof(WholePipeline))]
public sealed class RightsTests(WholePipeline whole)
{
    private static readonly Dictionary<string, Func<IChannel, Task>> Forbidden = new()
    {
        ["publish to a queue of ours by its name"] = channel => PublishAsync(channel, "", "wr.ingestor.intake"),
        ["publish between our services"] = channel => PublishAsync(channel, InsideNames.Exchange, InsideKeys.MatrixStored),
        ["publish recommendations"] = channel => PublishAsync(channel, Names.RecommendationsExchange, "recommendation.acdc.automatic"),
        ["publish refused messages"] = channel => PublishAsync(channel, InsideNames.RejectedExchange, ""),
        ["listen between our services"] = async channel =>
        {
            var own = await channel.QueueDeclareAsync();
            await channel.QueueBindAsync(own.QueueName, InsideNames.Exchange, "#");
        },
        ["feed a queue of ours"] = channel => channel.QueueBindAsync("wr.scorer.matrices", Names.IntakeExchange, "#"),
        ["consume from a queue of ours"] = channel => channel.BasicGetAsync("wr.ingestor.intake", autoAck: false),
        ["declare something under our names"] = channel => channel.QueueDeclareAsync("wr.mine"),
        ["delete the queue of a service"] = channel => channel.QueueDeleteAsync("wr.ingestor.intake"),
        ["delete our exchange"] = channel => channel.ExchangeDeleteAsync(InsideNames.Exchange),
    };

    public static TheoryData<string> ForbiddenNames => [.. Forbidden.Keys];

    public static TheoryData<string> Services => [.. ServiceCatalogue.Names];

    [Theory]
    [MemberData(nameof(ForbiddenNames))]
    public async Task The_outside_user_may_not(string what)
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAnyAsync<RabbitMQClientException>(() => Forbidden[what](channel));

        var interrupted = Assert.IsAssignableFrom<OperationInterruptedException>(refused is OperationInterruptedException ? refused : refused.InnerException);
        Assert.Equal((ushort)Constants.AccessRefused, interrupted.ShutdownReason!.ReplyCode);
    }

    [Fact]
    public async Task The_outside_user_may_declare_what_exists_and_bind_its_own_queue()
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var cancellation = TestContext.Current.CancellationToken;

        await channel.ExchangeDeclareAsync(Names.IntakeExchange, ExchangeType.Topic, durable: true, cancellationToken: cancellation);
        await channel.ExchangeDeclareAsync(Names.RecommendationsExchange, ExchangeType.Topic, durable: true, cancellationToken: cancellation);
        await channel.QueueDeclareAsync(Names.RejectedQueue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellation);
        var own = await channel.QueueDeclareAsync("executor.orders", durable: true, exclusive: false, autoDelete: true, cancellationToken: cancellation);
        await channel.QueueBindAsync(own.QueueName, Names.RecommendationsExchange, "recommendation.acdc.automatic", cancellationToken: cancellation);

        Assert.True(channel.IsOpen);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_service_reaches_no_table_of_another_service(string service)
    {
        var reachable = await ReadAsync(whole.Pipeline.Database.Admin,
            $"""
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname in ({string.Join(',', ServiceCatalogue.Names.Select(name => $"'{name}'"))}) and n.nspname <> '{service}'
              and has_table_privilege('{DatabaseRoles.Of(service)}', c.oid, 'select, insert, update, delete, truncate')
            """);

        Assert.Empty(reachable);
    }

    [Fact]
    public async Task The_ingestor_cannot_read_the_cases_of_the_scorer()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            ReadAsync(whole.Pipeline.Database.For(DatabaseRoles.Of("ingestor")), "select workflow from scorer.recovery_case"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_ingestor_cannot_change_its_tables()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            ReadAsync(whole.Pipeline.Database.For(DatabaseRoles.Of("ingestor")), "delete from ingestor.operator_action returning workflow"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private Task<IConnection> ConnectAsync() =>
        new ConnectionFactory { Uri = whole.Pipeline.Broker.For(BrokerUsers.WorkflowSystem), AutomaticRecoveryEnabled = false }.CreateConnectionAsync();

    private static Task PublishAsync(IChannel channel, string exchange, string routingKey) =>
        channel.BasicPublishAsync(exchange, routingKey, mandatory: false, new BasicProperties(), "{}"u8.ToArray()).AsTask();

    private static async Task<List<string>> ReadAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
