using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Npgsql;
using WorkflowRecovery.ServiceDefaults.Hosting;
using WorkflowRecovery.ServiceDefaults.Tests.Database;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.ServiceDefaults.Tests.Hosting;

/// <summary>What a service does before it serves. None of these gets as far as the broker.</summary>
public sealed class StartTests(TestServers servers) : IAsyncLifetime
{
    private string _connection = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_does_not_serve_on_an_empty_database() => Assert.Equal(1, await RunAsync("serve"));

    [Fact]
    public async Task A_service_does_not_serve_on_an_older_schema()
    {
        Assert.Equal(0, await RunAsync("migrate"));
        await using var source = NpgsqlDataSource.Create(_connection);
        await using var older = source.CreateCommand("delete from probe.schema_migration where number = 2");
        await older.ExecuteNonQueryAsync(Cancellation);

        Assert.Equal(1, await RunAsync("serve"));
    }

    [Theory]
    [InlineData("serv")]
    [InlineData(null)]
    public async Task An_unknown_verb_is_refused(string? verb) => Assert.Equal(2, await RunAsync(verb is null ? [] : [verb]));

    [Theory]
    [InlineData("--Probe:Hourz=3", "Hourz")]
    [InlineData("--Probe:Hours=soon", "Hours")]
    [InlineData("--Outgoing:SweepSecond=3", "SweepSecond")]
    [InlineData("--Broker:Concurency=3", "Concurency")]
    public async Task An_unknown_key_or_a_value_of_another_kind_is_refused_at_start_by_its_name(string argument, string named)
    {
        Assert.Equal(0, await RunAsync("migrate"));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("serve", argument));

        Assert.Contains(named, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Probe:Hours=0", "Hours")]
    [InlineData("--Outgoing:KeepDays=-1", "KeepDays")]
    [InlineData("--Broker:PublishDeadlineSeconds=100000", "PublishDeadlineSeconds")]
    public async Task A_value_out_of_range_is_refused_at_start_by_its_name(string argument, string named)
    {
        Assert.Equal(0, await RunAsync("migrate"));

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => RunAsync("serve", argument));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => _connection = (await servers.NewDatabaseAsync(Cancellation)).Migrator;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<int> RunAsync(params string[] args) => RecoveryService
        .Create([.. args, $"--Database:ConnectionString={_connection}", "--Broker:Uri=amqp://nobody:none@127.0.0.1:1/none", "--urls=http://127.0.0.1:0"], ProbeDatabase.Service)
        .AddOptions<ProbeOptions>("Probe")
        .AddDatabase<ProbeDatabase>()
        .RunAsync();

    private sealed class ProbeOptions
    {
        [Range(1, 24)]
        public int Hours { get; set; } = 3;
    }
}
