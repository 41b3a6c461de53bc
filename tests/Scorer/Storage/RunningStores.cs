using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Policies;
using WorkflowRecovery.Scorer.Rules;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>What a subscriber of recommendations got.</summary>
internal sealed record Received(string RoutingKey, string? MessageId, byte[] Body, RecoveryRecommended Said);

/// <summary>The scorer's tables and exchange, as the service's role and user, with a subscriber's queue.</summary>
public sealed class RunningStores(TestServers servers) : IAsyncLifetime
{
    private const string Subscriber = "executor";
    private static readonly string Ingestor = InsideNames.Queue("scorer", "for-the-ingestor");

    private readonly ConcurrentQueue<Received> _received = [];
    private readonly ConcurrentQueue<OperatorActionUndone> _undone = [];
    internal NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>The tables as the console may see them.</summary>
    internal NpgsqlDataSource Console { get; private set; } = null!;

    private NpgsqlDataSource _owner = null!;
    private NpgsqlDataSource _cli = null!;
    private BrokerPublisher _publisher = null!;
    private BrokerPublisher _executor = null!;

    internal IDbContextFactory<ScorerDatabase> Databases { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var broker = await servers.NewVirtualHostAsync(cancellation);
        var database = await MigratedDatabase.NewAsync(servers, cancellation);
        Source = NpgsqlDataSource.Create(database.For(DatabaseRoles.Of("scorer")));
        _owner = NpgsqlDataSource.Create(database.Migrator);
        Console = NpgsqlDataSource.Create(database.For(DatabaseRoles.Of("console")));
        _cli = NpgsqlDataSource.Create(database.For(DatabaseRoles.CommandLine));
        Databases = new PooledDbContextFactory<ScorerDatabase>(
            new DbContextOptionsBuilder<ScorerDatabase>().UseNpgsql(Source).UseSnakeCaseNamingConvention().Options);
        _publisher = new(Options.Create(new BrokerOptions { Uri = broker.For("scorer") }));
        _executor = new(Options.Create(new BrokerOptions { Uri = broker.For(BrokerUsers.WorkflowSystem) }));
        await _publisher.DeclareAsync(channel => channel.ExchangeDeclareAsync(Names.RecommendationsExchange, ExchangeType.Topic, durable: true));
        await _publisher.DeclareAsync(async channel =>
        {
            await channel.ExchangeDeclareAsync(InsideNames.Exchange, ExchangeType.Topic, durable: true);
            await channel.QueueDeclareAsync(Ingestor, durable: true, exclusive: false, autoDelete: false);
            await channel.QueueBindAsync(Ingestor, InsideNames.Exchange, InsideKeys.OperatorActionUndone);
        });
        await _executor.DeclareAsync(async channel =>
        {
            await channel.QueueDeclareAsync(Subscriber, durable: true, exclusive: false, autoDelete: false);
            await channel.QueueBindAsync(Subscriber, Names.RecommendationsExchange, "recommendation.#");
        });
    }

    internal CaseStore CasesAt(
        TimeProvider clock, ModelSet models, double blindedShare = 0, ModelSet? shadow = null, PolicyInUse? policy = null, RuleBook? rules = null)
    {
        var active = new ActiveModels();
        active.Swap(models, shadow);
        return CasesAt(clock, active, blindedShare, policy, rules);
    }

    internal CaseStore CasesAt(TimeProvider clock, ActiveModels active, double blindedShare = 0, PolicyInUse? policy = null, RuleBook? rules = null)
    {
        var (ruling, current) = (new ActiveRules(), new CurrentPolicy());
        ruling.Swap(rules ?? ruling.Current);
        current.Swap(policy ?? new(PolicyFile.Default with { BlindedShare = blindedShare }, Problem: null));
        return new(
            Databases, new OutgoingPublisher<ScorerDatabase>(Databases, _publisher, clock), active, ruling, current,
            new ShadowJudgements(NullLogger<ShadowJudgements>.Instance), Options.Create(new RecommendationOptions()), clock);
    }

    /// <summary>All that came for an event so far, in the order in which it came. A publish is confirmed after it was queued.</summary>
    internal async Task<List<Received>> ReceivedOfAsync(Guid eventId)
    {
        await _executor.DeclareAsync(async channel =>
        {
            while (await channel.BasicGetAsync(Subscriber, autoAck: true) is { } got)
                _received.Enqueue(new(got.RoutingKey, got.BasicProperties.MessageId, got.Body.ToArray(), WireJson.Read<RecoveryRecommended>(got.Body.Span)));
        });
        return [.. _received.Where(received => received.Said.RecommendationId == eventId)];
    }

    /// <summary>Publishes whatever waits, as the service does now and then.</summary>
    internal Task SweepAsync() =>
        new OutgoingPublisher<ScorerDatabase>(Databases, _publisher, TimeProvider.System).SweepAsync(DateTimeOffset.UtcNow, TestContext.Current.CancellationToken);

    /// <summary>Waits until something came for an event.</summary>
    internal Task UntilReceivedAsync(Guid eventId) => Until.TrueAsync("something is received", async () => (await ReceivedOfAsync(eventId)).Count > 0);

    /// <summary>The actions of a workflow that the ingestor was told to forget; told once.</summary>
    internal async Task<List<OperatorActionUndone>> UndoneOfAsync(string workflow)
    {
        await _publisher.DeclareAsync(async channel =>
        {
            while (await channel.BasicGetAsync(Ingestor, autoAck: true) is { } got)
                _undone.Enqueue(WireJson.Read<OperatorActionUndone>(got.Body.Span));
        });
        return [.. _undone.Where(undone => undone.Workflow == workflow)];
    }

    internal async Task<List<RecommendationRow>> RowsOfAsync(Guid eventId)
    {
        await using var database = await Databases.CreateDbContextAsync();
        return await database.Recommendations.AsNoTracking().Where(row => row.EventId == eventId).OrderBy(row => row.Revision).ToListAsync();
    }

    /// <summary>An operator's action as the ingestor stores it, before it tells of it.</summary>
    internal Task RecordAsync(OperatorActionRecorded action) => RunAsOwnerAsync(
        """
        insert into ingestor.operator_action
            (key, workflow, task, recorded_at, action, memory_mb, splitting, xrootd, sites, reasons, recommendation_id, parameters_given, source, received_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, '{}', $9, $10, true, 'live', $4)
        """,
        NameBasedGuid.Of("action.recorded", action.Workflow, action.Task, action.RecordedAt), action.Workflow, action.Task, action.RecordedAt, action.Action,
        action.MemoryMb, action.Splitting, action.Xrootd, action.Reasons?.ToArray() ?? [], action.RecommendationId);

    /// <summary>A reported event as the ingestor stores it.</summary>
    internal Task ReportAsync(WorkflowAssistanceRequested reported) => RunAsOwnerAsync(
        """
        insert into ingestor.assistance_event (event_id, workflow, task, reported_at, content_hash, body, received_at)
        values ($1, $2, $3, $4, '', $5, $4)
        """,
        EventIdentity.Of(reported.Workflow, reported.Task, reported.ReportedAt), reported.Workflow, reported.Task, reported.ReportedAt, WireJson.Write(reported));

    /// <summary>That an operator's action was taken back, stored and told.</summary>
    internal async Task UndoAsync(CaseStore cases, OperatorActionRecorded action)
    {
        await RunAsOwnerAsync(
            """
            insert into ingestor.undone_action (key, workflow, task, recorded_at, operator, undone_at, received_at) values ($1, $2, $3, $4, 'ada', $4, $4)
            on conflict do nothing
            """,
            NameBasedGuid.Of("action.recorded", action.Workflow, action.Task, action.RecordedAt), action.Workflow, action.Task, action.RecordedAt);
        await cases.AnswerAsync(action.Workflow, CancellationToken.None);
    }

    /// <summary>What the ingestor hears and stores of an action that was taken back, and passes on.</summary>
    internal async Task ForgetAsync(CaseStore cases, OperatorActionUndone undone)
    {
        var key = NameBasedGuid.Of("action.recorded", undone.Workflow, undone.Task, undone.RecordedAt);
        await RunAsOwnerAsync(
            """
            insert into ingestor.undone_action (key, workflow, task, recorded_at, operator, undone_at, received_at) values ($1, $2, $3, $4, $5, $6, $6)
            on conflict do nothing
            """, key, undone.Workflow, undone.Task, undone.RecordedAt, undone.Operator, undone.UndoneAt);
        foreach (var withdrawn in undone.Withdrawn ?? [])
        {
            await RunAsOwnerAsync(
                "insert into ingestor.withdrawn_action (recommendation_id, revision, key) values ($1, $2, $3) on conflict do nothing",
                withdrawn.RecommendationId, withdrawn.Revision, key);
        }

        await cases.AnswerAsync(undone.Workflow, CancellationToken.None);
    }

    /// <summary>What an executor did with a revision, stored only.</summary>
    internal Task TakeUpAsync(MatrixStored matrix, int revision, string result, DateTimeOffset at) => RunAsOwnerAsync(
        """
        insert into ingestor.executor_report (key, recommendation_id, revision, workflow, task, taken_at, result, received_at)
        values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $5)
        """, matrix.EventId, revision, matrix.Event.Workflow, matrix.Event.Task, at, result);

    /// <summary>The same, stored and told.</summary>
    internal async Task TakeUpAsync(CaseStore cases, MatrixStored matrix, int revision, string result, DateTimeOffset at)
    {
        await TakeUpAsync(matrix, revision, result, at);
        await cases.TakeUpAsync(
            new() { RecommendationId = matrix.EventId, Revision = revision, Workflow = matrix.Event.Workflow, Task = matrix.Event.Task, TakenAt = at, Result = result },
            CancellationToken.None);
    }

    /// <summary>An operator's action, stored and told.</summary>
    internal async Task AnswerAsync(CaseStore cases, OperatorActionRecorded action)
    {
        await RecordAsync(action);
        await cases.AnswerAsync(action.Workflow, TestContext.Current.CancellationToken);
    }

    internal async Task<AnswerRow?> AnswerOfAsync(Guid eventId)
    {
        await using var database = await Databases.CreateDbContextAsync();
        return await database.Answers.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId);
    }

    /// <summary>What a query of the command line's role brings, one value.</summary>
    internal Task<object?> AskAsCommandLineAsync(string sql, params object?[] parameters) => AskAsync(_cli, sql, parameters);

    /// <summary>The same of the console's role.</summary>
    internal Task<object?> AskAsConsoleAsync(string sql, params object?[] parameters) => AskAsync(Console, sql, parameters);

    private static async Task<object?> AskAsync(NpgsqlDataSource source, string sql, object?[] parameters)
    {
#pragma warning disable CA2100 // The queries are the tests' own.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        return await command.ExecuteScalarAsync();
    }

    internal async Task<List<ShadowRow>> ShadowsOfAsync(Guid eventId)
    {
        await using var database = await Databases.CreateDbContextAsync();
        return await database.Shadows.AsNoTracking().Where(row => row.EventId == eventId).OrderBy(row => row.MatrixRevision).ToListAsync();
    }

    internal async Task<CaseRow> CaseOfAsync(Guid eventId)
    {
        await using var database = await Databases.CreateDbContextAsync();
        return await database.Cases.AsNoTracking().SingleAsync(row => row.EventId == eventId);
    }

    /// <summary>Runs a statement of the test as the owner of all tables.</summary>
    internal Task RunAsOwnerAsync(string sql, params object?[] parameters) => RunAsync(_owner, sql, parameters);

    /// <summary>The same as the command line.</summary>
    internal Task RunAsCommandLineAsync(string sql, params object?[] parameters) => RunAsync(_cli, sql, parameters);

    private static async Task RunAsync(NpgsqlDataSource source, string sql, object?[] parameters)
    {
#pragma warning disable CA2100 // The statements are the tests' own.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _executor.DisposeAsync();
        await Source.DisposeAsync();
        await _owner.DisposeAsync();
        await _cli.DisposeAsync();
        await Console.DisposeAsync();
    }
}
