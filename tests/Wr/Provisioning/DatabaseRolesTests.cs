using Npgsql;
using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Wr.Tests.Provisioning;

public sealed class DatabaseRolesTests(TestServers servers)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrator_makes_schemas()
    {
        var database = await servers.NewDatabaseAsync(Cancellation);

        await RunAsync(database.Migrator, "create schema scorer; create table scorer.decisions (id int)");
    }

    [Theory]
    [InlineData("create schema mine")]
    [InlineData("create table public.mine (id int)")]
    public async Task A_service_makes_nothing(string sql)
    {
        var database = await servers.NewDatabaseAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(database.For(DatabaseRoles.Of("scorer")), sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task A_service_cannot_enter_the_servers_own_database()
    {
        var database = await servers.NewDatabaseAsync(Cancellation);
        var elsewhere = new NpgsqlConnectionStringBuilder(database.For(DatabaseRoles.CommandLine)) { Database = "postgres" }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(elsewhere, "select 1"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public void An_address_means_the_same_as_a_uri_and_as_a_connection_string()
    {
        const string Uri = "postgresql://wr_cli:a%40b%3Ac@127.0.0.1:15432/workflow_recovery";

        var parts = PostgresAddress.Parse(Uri);

        Assert.Equal("a@b:c", parts.Password);
        Assert.Equal(15432, parts.Port);
        Assert.Equal(Uri, PostgresAddress.ToUri(parts.ConnectionString));
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancellation);
#pragma warning disable CA2100 // The statements are the test's own.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
