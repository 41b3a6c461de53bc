using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Npgsql;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Outgoing;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Retrainer.Tests.Storage;

/// <summary>The retrainer's tables and exchange, a hand that fills the tables it reads from, and an ear where scorers listen.</summary>
public sealed class RunningStores(TestServers servers) : IAsyncLifetime
{
    private DatabaseAccounts _accounts = null!;
    private NpgsqlDataSource _owner = null!;
    private NpgsqlDataSource _scorer = null!;
    private BrokerPublisher _broker = null!;

    /// <summary>The virtual host with the exchange between the services.</summary>
    internal BrokerAccounts Broker { get; private set; } = null!;

    /// <summary>What tells of moves.</summary>
    internal OutgoingPublisher<RetrainerDatabase> Outgoing => new(Databases, _broker, TimeProvider.System);

    internal NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>Where a scorer reads.</summary>
    internal NpgsqlDataSource ScorersSource => _scorer;

    internal IDbContextFactory<RetrainerDatabase> Databases { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _accounts = await MigratedDatabase.NewAsync(servers, cancellation);
        _owner = NpgsqlDataSource.Create(_accounts.Migrator);
        Source = NpgsqlDataSource.Create(_accounts.For(DatabaseRoles.Of("retrainer")));
        Databases = new PooledDbContextFactory<RetrainerDatabase>(
            new DbContextOptionsBuilder<RetrainerDatabase>().UseNpgsql(Source).UseSnakeCaseNamingConvention().Options);
        _scorer = NpgsqlDataSource.Create(_accounts.For(DatabaseRoles.Of("scorer")));
        Broker = await servers.NewVirtualHostAsync(cancellation);
        _broker = new(Options.Create(new BrokerOptions { Uri = Broker.For("retrainer") }));
        await _broker.DeclareAsync(channel => channel.ExchangeDeclareAsync(InsideNames.Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellation));
    }

    /// <summary>Empties every table that a test fills.</summary>
    internal Task ClearAsync() => RunAsOwnerAsync(
        "truncate ingestor.operator_action, featurizer.event, featurizer.matrix, featurizer.seen_task, retrainer.training, retrainer.model, retrainer.model_set, retrainer.model_move, retrainer.trial_case, retrainer.move_request, retrainer.outgoing_message, retrainer.drift, scorer.recovery_case, scorer.waiting_matrix, scorer.recommendation, scorer.answer, scorer.shadow_judgement");

    internal async Task<Guid> ReportAsync(string task, DateTimeOffset reportedAt, string source = "live")
    {
        var eventId = Guid.NewGuid();
        var workflow = task.Split('/')[1];
        await RunAsOwnerAsync(
            "insert into featurizer.event values ($1, $2, $3, $2, $4, null, $5, '', '{}', 1, now())", eventId, workflow, task, reportedAt, source);
        return eventId;
    }

    internal Task ObserveAsync(Guid eventId, int revision, SiteErrorMatrix matrix, DateTimeOffset? observedAt = null) => RunAsOwnerAsync(
        "insert into featurizer.matrix values ($1, $2, $3, 'test', $4, $5, $6, $7, $8, now())",
        Guid.NewGuid(), eventId, revision, observedAt, MatrixEncoding.Encode(matrix), matrix.TotalErrors,
        SparseVectorBytes.Write(MatrixViews.Tier.Of(matrix)), MatrixViews.Tier.Version);

    internal Task ActAsync(
        string workflow, string? task, DateTimeOffset recordedAt, string action = "acdc", int? memoryMb = null, string[]? reasons = null,
        Guid? recommendationId = null, string source = "live", bool parametersGiven = true, DateTimeOffset? receivedAt = null) => RunAsOwnerAsync(
        """
        insert into ingestor.operator_action
            (key, workflow, task, recorded_at, action, memory_mb, sites, reasons, recommendation_id, parameters_given, source, received_at)
        values (gen_random_uuid(), $1, $2, $3, $4, $5, '{}', $6, $7, $8, $9, $10)
        """,
        workflow, task, recordedAt, action, memoryMb, reasons ?? [], recommendationId, parametersGiven, source, receivedAt ?? recordedAt);

    /// <summary>A scorer that listens: what it is told, until it is disposed of, adds to <paramref name="told"/>.</summary>
    internal async Task<NpgsqlConnection> ListenAsync(List<string> told)
    {
        var connection = await _scorer.OpenConnectionAsync();
        connection.Notification += (_, news) => told.Add(news.Payload);
        await using var listen = new NpgsqlCommand("listen models_promoted", connection);
        await listen.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Ends every connection of the service's role, as the death of its process would; what comes next makes new ones.</summary>
    internal async Task CutConnectionsAsync()
    {
        await using var admin = NpgsqlDataSource.Create(_accounts.Admin);
        await using var command = admin.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'wr_retrainer'");
        await command.ExecuteNonQueryAsync();
        Source.Clear();
    }

    /// <summary>What the scorer said of an event, an acdc.</summary>
    internal async Task RecommendAsync(Guid eventId, string task, DateTimeOffset reportedAt, string body)
    {
        await RunAsOwnerAsync(
            "insert into scorer.recovery_case values ($1, 'w', $2, $3, 1, 1, 'review', $3, null)", eventId, task, reportedAt);
        await RunAsOwnerAsync(
            "insert into scorer.recommendation values ($1, 1, $1, 'w', $2, $3, $3, 'acdc', 'review', 0.5, null, $4, '[]')",
            eventId, task, reportedAt, System.Text.Encoding.UTF8.GetBytes(body));
    }

    /// <summary>What a question that is answered by true or false comes to, for whoever may see everything.</summary>
    internal async Task<bool> IsTrueAsync(string question)
    {
#pragma warning disable CA2100 // The questions are the tests' own.
        await using var command = _owner.CreateCommand(question);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync() is true;
    }

    internal async Task RunAsOwnerAsync(string sql, params object?[] parameters)
    {
#pragma warning disable CA2100 // The statements are the tests' own.
        await using var command = _owner.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _scorer.DisposeAsync();
        await Source.DisposeAsync();
        await _owner.DisposeAsync();
    }
}
