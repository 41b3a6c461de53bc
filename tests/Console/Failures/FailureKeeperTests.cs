using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Failures;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Failures;

public sealed class FailureKeeperTests(TestServers servers) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private readonly FakeTimeProvider _clock = new(Now);
    private readonly FailureBook _book = new();
    private ReadDatabase _database = null!;
    private FailureKeeper _keeper = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await ReadDatabase.NewAsync(servers);
        _keeper = new(new(_database.Console), _book, Options.Create(new FailureOptions()), _clock, NullLogger<FailureKeeper>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await _keeper.StopAsync(CancellationToken.None);
        _keeper.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Failures_are_counted_at_the_start_by_the_newest_matrix_and_again_after_a_minute()
    {
        await _database.Past.FailureAsync("a", Now.AddDays(-1), (85, "T1_A", 3));
        await _database.Past.FailureAsync("b", Now.AddDays(-20), (85, "T2_B", 4));
        await _keeper.StartAsync(Cancellation);
        await Until.TrueAsync("failures are counted", () => _book.Last.CountedAt is not null);
        var first = _book.Last;

        await _database.Past.FailureAsync("c", Now.AddDays(-1), (85, "T1_A", 1));
        _clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Same(first, _book.Last);
        await Until.TrueAsync("failures are counted", () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(11));
            return _book.Last != first;
        });

        Assert.Equal((3L, 7L, false), (first.Week.Of(85)!.Jobs, first.Month.Of(85)!.Jobs, first.IsCut));
        Assert.Equal(2, _book.Last.Week.Of(85)!.Workflows);
        Assert.True(_book.Last.CountedAt >= Now.AddMinutes(1));
    }

    [Fact]
    public async Task A_page_says_of_when_its_failures_are_and_is_read_again_when_there_are_newer_ones()
    {
        var read = 0;
        await using var browser = new BunitContext();
        browser.Services.AddSingleton(_book);
        var shown = browser.Render<CountedAt>(parameters => parameters.Add(counted => counted.Renewed, EventCallback.Factory.Create(this, () => read++)));
        Assert.Contains("Failures are being counted.", shown.Markup);

        _book.Enter(FailureSums.None with { CountedAt = Now });
        shown.WaitForState(() => read == 1);
        shown.Render();

        Assert.Contains("Failures counted at 2026-03-31 12:00 UTC.", shown.Markup);
    }
}
