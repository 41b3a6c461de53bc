using Npgsql;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Wr.Tests.Fleet;

public sealed class PipelineTests(TestServers servers)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_service_is_not_ready_until_it_is_restarted()
    {
        await using var pipeline = await Pipeline.StartAsync(servers, new PipelineOptions { Services = ["ingestor"] }, Cancellation);

        pipeline.Kill("ingestor");
        Assert.False(await pipeline.IsReadyAsync("ingestor", Cancellation));

        await pipeline.RestartAsync("ingestor", Cancellation);
        Assert.True(await pipeline.IsReadyAsync("ingestor", Cancellation));
    }

    [Fact]
    public async Task Killed_servers_come_back_with_their_data_and_the_services_find_them()
    {
        await using var pipeline = await Pipeline.StartOnOwnServersAsync(PipelineOptions.Usual, Cancellation);

        pipeline.RabbitMq.Kill();
        pipeline.Postgres.Kill();
        Assert.Null(pipeline.RabbitMq.Running);
        Assert.Null(pipeline.Postgres.Running);

        await Task.WhenAll(pipeline.RabbitMq.StartAsync(Cancellation), pipeline.Postgres.StartAsync(Cancellation));

        foreach (var service in (string[])["ingestor", "featurizer", "scorer", "retrainer"])
            await pipeline.UntilReadyAsync(service, Cancellation);
        Assert.Equal(4L, await SchemasAsync(pipeline.Database.Migrator));
    }

    private static async Task<object?> SchemasAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("select count(*) from pg_namespace where nspname in ('ingestor', 'featurizer', 'scorer', 'retrainer')", connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
