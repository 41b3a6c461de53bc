using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Audit;

public sealed class RefusalTests(TestServers servers) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private ReadDatabase _database = null!;
    private RefusalLog _log = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await ReadDatabase.NewAsync(servers);
        _log = new RefusalLog(new AuditTrail(_database.Console, _clock), _clock);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Who_hangs_up_before_the_answer_is_written_down_all_the_same()
    {
        using var checks = new KeyChecks(_log, _clock);
        var caller = new DefaultHttpContext { RequestAborted = new(canceled: true), User = Person.Of("eve", Role.Viewer, Schemes.Cookie) };
        caller.Request.Method = HttpMethods.Post;
        caller.Request.Path = "/api/v1/orders";
        caller.Request.Headers.Origin = "http://elsewhere.example";

        await new ForgeryGuard(_ => Task.CompletedTask, null!, _log).InvokeAsync(caller);
        await checks.RefuseAsync(caller, "a test", "wrong key");

        Assert.Equal(["eve denied", "nobody sign-in-refused"], (await LinesAsync()).Select(line => $"{line.Who} {line.What}"));
    }

    [Fact]
    public async Task One_person_cannot_drown_what_another_is_refused()
    {
        for (var time = 0; time < 2 * RefusalLog.PerMinute; time++)
            await _log.WriteAsync(new("eve", "viewer", AuditVerbs.Denied));
        await _log.WriteAsync(new("mallory", "operator", AuditVerbs.Denied));

        var lines = await LinesAsync();
        Assert.Equal(RefusalLog.PerMinute, lines.Count(line => line.Who == "eve"));
        Assert.Single(lines, line => line.Who == "mallory");
    }

    [Fact]
    public async Task Nor_can_one_address_drown_another_and_however_many_there_are_the_trail_is_bounded()
    {
        for (var time = 0; time < 2 * RefusalLog.PerMinute; time++)
            await _log.WriteAsync(Unknown, "10.0.0.1");
        await _log.WriteAsync(Unknown with { What = "told apart" }, "10.0.0.2");
        for (var address = 0; address < RefusalLog.MostAddresses + (2 * RefusalLog.PerMinute); address++)
            await _log.WriteAsync(Unknown with { What = "one of many" }, $"10.1.0.{address}");

        var lines = await LinesAsync();
        Assert.Equal(RefusalLog.PerMinute, lines.Count(line => line.What == Unknown.What));
        Assert.Single(lines, line => line.What == "told apart");
        Assert.Equal(RefusalLog.MostAddresses - 2 + RefusalLog.PerMinute, lines.Count(line => line.What == "one of many"));
    }

    [Fact]
    public async Task Who_was_not_told_of_is_counted_in_a_later_line_even_once_the_address_is_forgotten()
    {
        for (var time = 0; time < RefusalLog.PerMinute + 7; time++)
            await _log.WriteAsync(Unknown, "10.0.0.1");
        _clock.Advance(TimeSpan.FromMinutes(2));
        for (var address = 0; address < RefusalLog.MostAddresses + 1; address++)
            await _log.WriteAsync(Unknown, $"10.1.0.{address}");
        for (var address = 0; address < RefusalLog.MostAddresses; address++)
            await _log.WriteAsync(Unknown, $"10.2.0.{address}");

        Assert.Single(await LinesAsync(), line => line.Details!.Contains("\"untold\": 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_written_is_counted_in_the_next_line_that_can()
    {
        var unfit = new AuditEntry("eve", "viewer", What: null!);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => _log.WriteAsync(unfit));

        await _log.WriteAsync(unfit with { What = AuditVerbs.Denied });

        Assert.Contains("\"untold\": 1", Assert.Single(await LinesAsync()).Details);
    }

    private static AuditEntry Unknown => new(RefusalLog.Nobody, Role: null, AuditVerbs.SignInRefused);

    private async Task<List<AuditRow>> LinesAsync()
    {
        await using var database = await _database.Console.CreateDbContextAsync(Cancellation);
        return await database.Audit.OrderBy(line => line.Number).ToListAsync(Cancellation);
    }
}
