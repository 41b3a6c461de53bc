using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Scorer.Policies;
using WorkflowRecovery.Scorer.Tests.Storage;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Scorer.Tests.Policies;

public sealed class PolicyWatchTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"policy-{Guid.NewGuid():N}.json");
    private readonly CurrentPolicy _current = new();
    private PolicyWatch _watch = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Version => _current.Current.Policy.Version;

    public async ValueTask InitializeAsync()
    {
        await WriteAsync("""{"version": "one", "automatic": {"allowed": true}}""");
        _watch = new(_current, stores.Source, Options.Create(new DecisionOptions { PolicyFile = _file }), TimeProvider.System, NullLogger<PolicyWatch>.Instance);
        await _watch.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public async Task The_policy_is_obeyed_from_the_start_and_every_change_of_its_file_follows()
    {
        Assert.StartsWith("one+", Version, StringComparison.Ordinal);
        Assert.True(_current.Current.Policy.Automatic.Allowed);

        await WriteAsync("""{"version": "two"}""");

        await Until.TrueAsync("the policy is read", () => Version.StartsWith("two+", StringComparison.Ordinal));
        Assert.False(_current.Current.Policy.Automatic.Allowed);
    }

    [Theory]
    [InlineData("""{"version": "two", "automatic": {"allowed": "maybe"}}""", "automatic.allowed")]
    [InlineData("nonsense", "not JSON")]
    [InlineData(null, "policy-")]
    public async Task A_file_that_becomes_wrong_or_goes_away_allows_nothing_until_it_is_right_again(string? content, string problem)
    {
        await WriteAsync(content);
        await Until.TrueAsync("the policy is read", () => _current.Current.Problem?.Contains(problem, StringComparison.Ordinal) is true);
        Assert.Equal(PolicyFile.Default, _current.Current.Policy);

        await WriteAsync("""{"version": "three"}""");
        await Until.TrueAsync("the policy is read", () => _current.Current.Problem is null && Version.StartsWith("three+", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_read_is_kept_with_its_version()
    {
        await Until.TrueAsync("the reading is stored", async () => await ReadAsync() is ("one", true, null));
        await WriteAsync("{}");
        await Until.TrueAsync("the reading is stored", async () => await ReadAsync() is ("review-only-3", false, "version is missing."));
    }

    private async Task<(string Name, bool HasContent, string? Problem)?> ReadAsync()
    {
        await using var command = stores.Source.CreateCommand("select split_part(version, '+', 1), content is not null, problem from scorer.policy_reading order by number desc limit 1");
        await using var row = await command.ExecuteReaderAsync(Cancellation);
        return await row.ReadAsync(Cancellation) ? (row.GetString(0), row.GetBoolean(1), row.IsDBNull(2) ? null : row.GetString(2)) : null;
    }

    private async Task WriteAsync(string? content)
    {
        if (content is null)
            File.Delete(_file);
        else
            await File.WriteAllTextAsync(_file, content, Cancellation);
    }
}
