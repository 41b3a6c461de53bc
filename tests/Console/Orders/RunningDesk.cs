using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using RabbitMQ.Client;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Orders;

/// <summary>The desk on the console's tables and exchanges, as the console's role and user; the cases are rows as the scorer and the ingestor write them.</summary>
public sealed class RunningDesk(TestServers servers) : IAsyncLifetime
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private const string Heard = "wr.cli.heard";

    private readonly List<(string RoutingKey, byte[] Body)> _heard = [];
    private NpgsqlDataSource _source = null!;
    private NpgsqlDataSource _owner = null!;
    private BrokerPublisher _publisher = null!;
    private BrokerPublisher _admin = null!;

    internal IDbContextFactory<ConsoleDatabase> Databases { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var broker = await servers.NewVirtualHostAsync(cancellation);
        var database = await MigratedDatabase.NewAsync(servers, cancellation);
        _source = NpgsqlDataSource.Create(database.For(DatabaseRoles.Of("console")));
        _owner = NpgsqlDataSource.Create(database.Migrator);
        Databases = new PooledDbContextFactory<ConsoleDatabase>(
            new DbContextOptionsBuilder<ConsoleDatabase>().UseNpgsql(_source).UseSnakeCaseNamingConvention().Options);
        _publisher = new(Options.Create(new BrokerOptions { Uri = broker.For("console") }));
        _admin = new(Options.Create(new BrokerOptions { Uri = broker.Admin }));
        await _admin.DeclareAsync(async channel =>
        {
            await channel.QueueDeclareAsync(Heard, durable: true, exclusive: false, autoDelete: false);
            foreach (var exchange in (string[])[Names.IntakeExchange, InsideNames.Exchange])
            {
                await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);
                await channel.QueueBindAsync(Heard, exchange, "#");
            }
        });
    }

    /// <summary>What hears of changes; it hears nothing yet.</summary>
    internal CaseFeed Feed => new(new(_source, TimeProvider.System, NullLogger<Notifications>.Instance), TimeProvider.System, NullLogger<CaseFeed>.Instance);

    internal OutgoingPublisher<ConsoleDatabase> OutgoingAt(TimeProvider clock) => new(Databases, _publisher, clock);

    internal OrderDesk DeskAt(FakeTimeProvider clock)
    {
        var audit = new AuditTrail(Databases, clock);
        var refusals = new RefusalLog(audit, clock);
        return new(
            Databases, new OrderUndoing(Databases, OutgoingAt(clock), audit, refusals, NullLogger<OrderUndoing>.Instance), audit, refusals, Options.Create(new OrderOptions()), clock);
    }

    internal OrderDispatch DispatchAt(TimeProvider clock) => new(Databases, OutgoingAt(clock), clock);

    internal OrderNoting NotingAt(TimeProvider clock) => new(Databases, OutgoingAt(clock), clock);

    /// <summary>What the scorer makes of an order.</summary>
    internal Task BecameAsync(Guid order, CaseSeen seen, string state, string? why, DateTimeOffset? expiresAt = null) => RunAsync(
        """
        insert into scorer.approval (order_id, approval_id, event_id, seen_revision, recorded_at, operator, state, revision, expires_at, why, at)
        values ($1, $1, $2, 1, now(), 'ada', $3, case when $3 <> 'refused' then 2 end, $4, $5, now())
        """, order, seen.EventId, state, expiresAt, why);

    /// <summary>The scorer publishes an order as revision 2 of a case.</summary>
    internal Task SayApprovedAsync(CaseSeen seen, DateTimeOffset expiresAt) => RunAsync(
        "update scorer.recovery_case set revision = 2, disposition = 'approved', expires_at = $2 where event_id = $1", seen.EventId, expiresAt);

    /// <summary>An executor that polls is told of revision 2 of a case.</summary>
    internal async Task TellExecutorAsync(CaseSeen seen, string workflow)
    {
        await RunAsync("insert into console.served_order (event_id, revision, workflow, served_at) values ($1, 2, $2, $3)", seen.EventId, workflow, Now);
        await RunAsync("update console.order set served_at = $2 where event_id = $1", seen.EventId, Now);
    }

    /// <summary>A case of a task that was reported and judged.</summary>
    internal async Task<CaseSeen> CaseAsync(
        string workflow, string task = "Production", string? action = "acdc", int code = 85, string disposition = "review", int? memoryMb = 4_000)
    {
        var reported = new WorkflowAssistanceRequested
        {
            Workflow = workflow, Task = $"/{workflow}/{task}", ReportedAt = Now.AddHours(-2), MemoryMb = memoryMb, Cores = 4, TotalJobs = 100, FailedJobs = 20,
            Errors = [new ErrorRow { Code = code, Site = "T2_US_MIT", Count = 20 }], Sites = ["T2_US_MIT", "T1_US_FNAL"],
        };
        var id = EventIdentity.Of(reported.Workflow, reported.Task, reported.ReportedAt);
        var said = new RecoveryRecommended
        {
            RecommendationId = id, Revision = 1, EffectKey = id, Scope = "task", Workflow = workflow, Task = reported.Task, ReportedAt = reported.ReportedAt,
            RecommendedAt = Now.AddHours(-1), ExpiresAt = Now.AddHours(23), Action = action, Sites = new() { Mode = "auto", List = [], Resolved = [] },
            Confidence = 0.8, Disposition = disposition, Alternatives = [], Reasons = [], Rules = [], PolicyVersion = "1", Models = [], MatrixId = id,
        };
        await RunAsync(
            "insert into ingestor.assistance_event (event_id, workflow, task, reported_at, content_hash, body, received_at) values ($1, $2, $3, $4, '', $5, $4)",
            id, workflow, reported.Task, reported.ReportedAt, WireJson.Write(reported));
        await RunAsync(
            """
            insert into scorer.recovery_case (event_id, workflow, task, reported_at, matrix_revision, revision, disposition, expires_at, family, dominant_code)
            values ($1, $2, $3, $4, 1, 1, $5, $6, $2, $7)
            """, id, workflow, reported.Task, reported.ReportedAt, disposition, said.ExpiresAt, code);
        await RunAsync(
            """
            insert into scorer.recommendation (event_id, revision, message_id, workflow, task, reported_at, recommended_at, action, disposition, body, plans, blinded)
            values ($1, 1, $1, $2, $3, $4, $4, $5, $6, $7, '[{"action":"acdc","memory":"none","splitting":"none","probability":0.8}]', false)
            """, id, workflow, reported.Task, reported.ReportedAt, action, disposition, WireJson.Write(said));
        return new(id, 1);
    }

    /// <summary>Everything that was published so far, in the order in which it came.</summary>
    internal async Task<List<(string RoutingKey, byte[] Body)>> HeardOfAsync(string workflow)
    {
        await _admin.DeclareAsync(async channel =>
        {
            while (await channel.BasicGetAsync(Heard, autoAck: true) is { } got)
                _heard.Add((got.RoutingKey, got.Body.ToArray()));
        });
        return [.. _heard.Where(message => System.Text.Encoding.UTF8.GetString(message.Body).Contains($"\"{workflow}\"", StringComparison.Ordinal))];
    }

    /// <summary>Runs a statement as the owner of all tables.</summary>
    internal async Task RunAsync(string sql, params object?[] parameters)
    {
        await using var command = Command(_owner, sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One value, as the owner of all tables.</summary>
    internal async Task<object?> AskAsync(string sql, params object?[] parameters)
    {
        await using var command = Command(_owner, sql, parameters);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _admin.DisposeAsync();
        await _source.DisposeAsync();
        await _owner.DisposeAsync();
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, string sql, object?[] parameters)
    {
#pragma warning disable CA2100 // The statements are the tests' own.
        var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        return command;
    }
}
