using Npgsql;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.ServiceDefaults.Tests.Database;

public sealed class MigrationsTests(TestServers servers) : IAsyncLifetime
{
    private string _connection = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Applied_twice_is_applied_once()
    {
        await using var source = NpgsqlDataSource.Create(_connection);

        Assert.Equal(2, await ProbeDatabase.Migrations.ApplyAsync(source, Cancellation));
        Assert.Equal(0, await ProbeDatabase.Migrations.ApplyAsync(source, Cancellation));
        Assert.Equal(1L, await CountAsync(source, "probe.mark"));
    }

    [Fact]
    public async Task Applied_by_several_programs_at_once_is_applied_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var source = NpgsqlDataSource.Create(_connection);
            return await ProbeDatabase.Migrations.ApplyAsync(source, Cancellation);
        }));

        Assert.Equal([0, 0, 0, 2], applied.Order());
    }

    [Fact]
    public async Task Applied_several_times_at_once_by_one_program_is_applied_once_and_nobody_waits_for_ever()
    {
        await using var source = NpgsqlDataSource.Create(_connection);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ProbeDatabase.Migrations.ApplyAsync(source, Cancellation)))
            .WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        Assert.Equal([0, 0, 0, 2], applied.Order());
    }

    [Fact]
    public async Task A_database_knows_what_it_lacks()
    {
        await using var source = NpgsqlDataSource.Create(_connection);
        Assert.Equal([1, 2], await ProbeDatabase.Migrations.MissingAsync(source, Cancellation));
        await ProbeDatabase.Migrations.ApplyAsync(source, Cancellation);

        Assert.Equal(2, ProbeDatabase.Migrations.Newest);
        Assert.Empty(await ProbeDatabase.Migrations.MissingAsync(source, Cancellation));
        Assert.Equal(2L, await CountAsync(source, "probe.schema_migration"));
    }

    [Fact]
    public async Task One_that_comes_after_another_with_a_higher_number_is_applied_all_the_same()
    {
        await using var source = NpgsqlDataSource.Create(_connection);
        await ProbeDatabase.Migrations.ApplyAsync(source, Cancellation);
        await using (var undo = source.CreateCommand("drop table probe.note; delete from probe.schema_migration where number = 1"))
            await undo.ExecuteNonQueryAsync(Cancellation);

        Assert.Equal([1], await ProbeDatabase.Migrations.MissingAsync(source, Cancellation));
        Assert.Equal(1, await ProbeDatabase.Migrations.ApplyAsync(source, Cancellation));
        Assert.Equal(0L, await CountAsync(source, "probe.note"));
    }

    public async ValueTask InitializeAsync() => _connection = (await servers.NewDatabaseAsync(Cancellation)).Migrator;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<long> CountAsync(NpgsqlDataSource source, string table)
    {
#pragma warning disable CA2100 // The table is one of two names in this file.
        await using var command = source.CreateCommand($"select count(*) from {table}");
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
