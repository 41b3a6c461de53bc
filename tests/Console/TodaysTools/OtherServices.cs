using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using RabbitMQ.Client;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.TodaysTools;

/// <summary>What the other services would write and hear, beside a running console; and the desk that operators order at.</summary>
internal sealed class OtherServices : IAsyncDisposable
{
    private const string Heard = "wr.cli.heard";

    private readonly NpgsqlDataSource _owner;
    private readonly NpgsqlDataSource _console;
    private readonly BrokerPublisher _broker;
    private readonly List<RecoveryActionTaken> _taken = [];

    private OtherServices(ConsoleProcess console)
    {
        _owner = NpgsqlDataSource.Create(console.Database.Migrator);
        _console = NpgsqlDataSource.Create(console.Database.For("wr_console"));
        _broker = new(Options.Create(new BrokerOptions { Uri = console.Broker.Admin }));
        var databases = new PooledDbContextFactory<ConsoleDatabase>(
            new DbContextOptionsBuilder<ConsoleDatabase>().UseNpgsql(_console).UseSnakeCaseNamingConvention().Options);
        var audit = new AuditTrail(databases, TimeProvider.System);
        var refusals = new RefusalLog(audit, TimeProvider.System);
        var undoing = new OrderUndoing(
            databases, new OutgoingPublisher<ConsoleDatabase>(databases, _broker, TimeProvider.System), audit, refusals, NullLogger<OrderUndoing>.Instance);
        Desk = new(databases, undoing, audit, refusals, Options.Create(new OrderOptions { GraceSeconds = 0 }), TimeProvider.System);
    }

    /// <summary>Now, to the microsecond.</summary>
    public static DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    public OrderDesk Desk { get; }

    public static async Task<OtherServices> BesideAsync(ConsoleProcess console)
    {
        var services = new OtherServices(console);
        await services._broker.DeclareAsync(async channel =>
        {
            await channel.QueueDeclareAsync(Heard, durable: true, exclusive: false, autoDelete: false);
            await channel.ExchangeDeclareAsync(Names.IntakeExchange, ExchangeType.Topic, durable: true);
            await channel.ExchangeDeclareAsync(InsideNames.Exchange, ExchangeType.Topic, durable: true);
            await channel.QueueBindAsync(Heard, Names.IntakeExchange, RoutingKeys.ActionTaken);
            // Else what operators order would have nowhere to go.
            await channel.QueueDeclareAsync("wr.cli.inside", durable: true, exclusive: false, autoDelete: false);
            await channel.QueueBindAsync("wr.cli.inside", InsideNames.Exchange, "#");
        });
        return services;
    }

    /// <summary>A task was reported, looked at and judged.</summary>
    public async Task<RecoveryRecommended> ReportAsync(
        string workflow, string task, string? action = "acdc", string disposition = "review", DateTimeOffset? at = null, bool blinded = false, params MatrixCell[] cells)
    {
        var path = $"/{workflow}/{task}";
        var reportedAt = at ?? Now.AddHours(-2);
        var id = EventIdentity.Of(workflow, path, reportedAt);
        var said = new RecoveryRecommended
        {
            RecommendationId = id, Revision = 1, EffectKey = id, Scope = "task", Workflow = workflow, Task = path, ReportedAt = reportedAt,
            RecommendedAt = Now.AddHours(-1), ExpiresAt = Now.AddHours(23), Action = action, Sites = new() { Mode = "auto", List = [], Resolved = ["T1_US_FNAL", "T2_US_MIT"] },
            Confidence = 0.8, Disposition = disposition, Alternatives = [], Rules = [], PolicyVersion = "1", Models = [], MatrixId = id,
            Reasons = [new() { Feature = "85", Text = "Most failures are <85>." }],
        };
        await StoreReportAsync(said);
        await StoreMatrixAsync(said, 1, reportedAt, cells.Length > 0 ? cells : [new(85, "T2_US_MIT", Readiness.Green, 20)]);
        await RunAsync(
            """
            insert into scorer.recovery_case (event_id, workflow, task, reported_at, matrix_revision, revision, disposition, expires_at, family, dominant_code)
            values ($1, $2, $3, $4, 1, 1, $5, $6, $7, 85)
            """, id, workflow, path, reportedAt, disposition, said.ExpiresAt, WorkflowName.Parse(workflow).Family);
        await StoreRecommendationAsync(said, blinded);
        return said;
    }

    /// <summary>The scorer publishes the next revision of a case.</summary>
    public async Task<RecoveryRecommended> SayAsync(RecoveryRecommended next)
    {
        await StoreRecommendationAsync(next, blinded: false);
        await RunAsync(
            "update scorer.recovery_case set revision = $2, disposition = $3, expires_at = $4 where event_id = $1",
            next.RecommendationId, next.Revision, next.Disposition, next.ExpiresAt);
        return next;
    }

    /// <summary>An operator orders, the console sends it and the scorer approves.</summary>
    public async Task<RecoveryRecommended> OrderAsync(RecoveryRecommended said, OrderedRecovery ordered, System.Security.Claims.ClaimsPrincipal by)
    {
        var submitted = await Desk.SubmitAsync(new([new(said.RecommendationId, said.Revision)], ordered, "a test"), by, TestContext.Current.CancellationToken);
        Assert.True(submitted.Accepted, string.Join(' ', submitted.Objections.Select(objection => objection.Text)));
        await Until.TrueAsync("the order is there", async () => await AskAsync("select state from console.order where order_id = $1", submitted.OrderIds[0]) is OrderStates.Sent);
        await RunAsync(
            "insert into scorer.approval (order_id, approval_id, event_id, seen_revision, recorded_at, operator, state, revision, at) values ($1, $1, $2, $3, now(), 'ada', 'approved', $3 + 1, now())",
            submitted.OrderIds[0], said.RecommendationId, said.Revision);
        var approved = await SayAsync(said with
        {
            Revision = said.Revision + 1, RecommendedAt = Now, Disposition = "approved", Action = ordered.Action, MemoryMb = ordered.MemoryMb,
            Splitting = ordered.Splitting, Xrootd = ordered.Xrootd, Secondary = ordered.Secondary, Cores = ordered.Cores,
        });
        await Until.TrueAsync("the order is there", async () => await AskAsync("select state from console.order where order_id = $1", submitted.OrderIds[0]) is OrderStates.Approved);
        return approved;
    }

    /// <summary>An action that was recorded.</summary>
    public async Task<Guid> RecordAsync(string workflow, string? task, string action, DateTimeOffset at, int? memoryMb = null, string[]? sites = null, bool parametersGiven = true)
    {
        var key = Guid.NewGuid();
        await RunAsync(
            """
            insert into ingestor.operator_action (key, workflow, task, recorded_at, action, memory_mb, sites, reasons, parameters_given, source, received_at)
            values ($1, $2, $3, $4, $5, $6, $7, '{}', $8, 'live', $4)
            """, key, workflow, task is null ? null : $"/{workflow}/{task}", at, action, memoryMb, sites ?? [], parametersGiven);
        return key;
    }

    public Task StoreMatrixAsync(RecoveryRecommended said, int revision, DateTimeOffset observedAt, params MatrixCell[] cells) => RunAsync(
        """
        insert into featurizer.matrix (matrix_id, event_id, revision, cause, observed_at, cells, total_errors, tier_view, tier_view_version, created_at)
        values ($1, $2, $3, 'reported', $4, $5, 1, '', 1, $4)
        """, NameBasedGuid.Of("test matrix", said.RecommendationId, revision), said.RecommendationId, revision, observedAt, MatrixEncoding.Encode(SiteErrorMatrix.Of(cells)));

    /// <summary>All that was said of actions taken, once as many as expected came.</summary>
    public async Task<IReadOnlyList<RecoveryActionTaken>> TakenAsync(int expected)
    {
        await Until.TrueAsync("the order is there", async () =>
        {
            await _broker.DeclareAsync(async channel =>
            {
                while (await channel.BasicGetAsync(Heard, autoAck: true) is { } got)
                    _taken.Add(WireJson.Read<RecoveryActionTaken>(got.Body.Span));
            });
            return _taken.Count >= expected;
        });
        return _taken;
    }

    public async Task<object?> AskAsync(string sql, params object?[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async Task RunAsync(string sql, params object?[] parameters)
    {
        await using var command = Command(sql, parameters);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _console.DisposeAsync();
        await _owner.DisposeAsync();
    }

    private async Task StoreReportAsync(RecoveryRecommended said)
    {
        var reported = new WorkflowAssistanceRequested
        {
            Workflow = said.Workflow, Task = said.Task, ReportedAt = said.ReportedAt, MemoryMb = 4_000, Cores = 4,
            Errors = [new ErrorRow { Code = 85, Site = "T2_US_MIT", Count = 20 }], Sites = ["T2_US_MIT", "T1_US_FNAL"],
        };
        await RunAsync(
            "insert into ingestor.assistance_event (event_id, workflow, task, reported_at, content_hash, body, received_at) values ($1, $2, $3, $4, '', $5, $4)",
            said.RecommendationId, said.Workflow, said.Task, said.ReportedAt, WireJson.Write(reported));
        await RunAsync(
            """
            insert into featurizer.event (event_id, workflow, task, family, reported_at, source, observation, sites, matrix_revision, received_at)
            values ($1, $2, $3, $4, $5, 'live', $6, '{}', 1, $5)
            """, said.RecommendationId, said.Workflow, said.Task, WorkflowName.Parse(said.Workflow).Family, said.ReportedAt, WireJson.Write(reported));
    }

    private Task StoreRecommendationAsync(RecoveryRecommended said, bool blinded) => RunAsync(
        """
        insert into scorer.recommendation (event_id, revision, message_id, workflow, task, reported_at, recommended_at, action, disposition, body, plans, blinded)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '[]', $11)
        """, said.RecommendationId, said.Revision, Guid.NewGuid(), said.Workflow, said.Task, said.ReportedAt, said.RecommendedAt, blinded ? null : said.Action,
        said.Disposition, WireJson.Write(said), blinded);

    private NpgsqlCommand Command(string sql, object?[] parameters)
    {
#pragma warning disable CA2100 // The statements are the tests' own.
        var command = _owner.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        return command;
    }
}
