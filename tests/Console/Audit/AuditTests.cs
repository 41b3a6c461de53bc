using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Audit;

public sealed class AuditTests(TestServers servers) : IAsyncLifetime
{
    private NpgsqlDataSource _owner = null!;
    private NpgsqlDataSource _console = null!;
    private ServiceProvider _services = null!;
    private AuditTrail _trail = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IDbContextFactory<ConsoleDatabase> Databases => _services.GetRequiredService<IDbContextFactory<ConsoleDatabase>>();

    public async ValueTask InitializeAsync()
    {
        var accounts = await MigratedDatabase.NewAsync(servers, Cancellation);
        (_owner, _console) = (NpgsqlDataSource.Create(accounts.Migrator), NpgsqlDataSource.Create(accounts.For("wr_console")));
        _services = new ServiceCollection().AddDbContextFactory<ConsoleDatabase>(options => options.UseNpgsql(_console).UseSnakeCaseNamingConvention()).BuildServiceProvider();
        _trail = new AuditTrail(Databases, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _owner.DisposeAsync();
        await _console.DisposeAsync();
    }

    [Theory]
    [InlineData("update console.audit set who = 'nobody'")]
    [InlineData("delete from console.audit")]
    [InlineData("truncate console.audit")]
    public async Task Nobody_changes_or_removes_a_line(string sql)
    {
        await _trail.WriteAsync(new("ada", "operator", "order-submitted"), Cancellation);

        var byConsole = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(_console, sql));
        var byOwner = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(_owner, sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, byConsole.SqlState);
        Assert.Contains("only grows", byOwner.MessageText);
    }

    [Fact]
    public async Task A_line_goes_with_the_transaction_that_it_is_about()
    {
        await using (var database = await Databases.CreateDbContextAsync(Cancellation))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(Cancellation);
            _trail.Add(new("ada", "operator", "order-submitted"), database);
            await database.SaveChangesAsync(Cancellation);
            await transaction.RollbackAsync(Cancellation);
        }

        Assert.Empty((await ReadAsync(AuditFilter.Of(null, null, null, null))).Lines);
    }

    [Fact]
    public async Task A_line_waits_for_its_caller_to_save_and_saves_nothing_by_itself()
    {
        await using var database = await Databases.CreateDbContextAsync(Cancellation);
        database.Reasons.Add(new() { ReasonId = Guid.NewGuid(), Short = "half done", Long = "half done", AddedBy = "ada", AddedAt = DateTimeOffset.UtcNow });
        _trail.Add(new("ada", "operator", "reason-added"), database);

        Assert.Empty((await ReadAsync(AuditFilter.Of(null, "reason-added", null, null))).Lines);
        await database.SaveChangesAsync(Cancellation);
        Assert.Single((await ReadAsync(AuditFilter.Of(null, "reason-added", null, null))).Lines);
    }

    [Fact]
    public async Task A_flood_from_outside_does_not_drown_what_people_are_refused()
    {
        var log = new RefusalLog(_trail, new FakeTimeProvider(DateTimeOffset.UtcNow));
        for (var number = 0; number < 2 * RefusalLog.PerMinute; number++)
            await log.WriteAsync(new(RefusalLog.Nobody, Role: null, "sign-in-refused"));
        await log.WriteAsync(new("eve", "viewer", "denied"));

        Assert.Single((await ReadAsync(AuditFilter.Of("eve", "denied", null, null))).Lines);
        await using var database = await Databases.CreateDbContextAsync(Cancellation);
        Assert.Equal(RefusalLog.PerMinute, await database.Audit.CountAsync(line => line.Who == RefusalLog.Nobody, Cancellation));
    }

    [Theory]
    [InlineData("a\0b \\u0000 \ud800 '); drop table console.audit; --")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Any_text_can_be_written_down(string text)
    {
        await _trail.WriteAsync(new(text, "operator", "order-submitted") { Workflow = text, Shown = new { text }, Details = new Dictionary<string, string> { [text] = text } }, Cancellation);

        var line = Assert.Single((await ReadAsync(AuditFilter.Of(null, null, text.Contains('\ud800') ? null : text, null))).Lines);
        Assert.DoesNotContain('\0', line.Who);
        Assert.NotNull(line.Details);
    }

    [Fact]
    public async Task The_page_shows_what_was_asked_for_the_newest_first()
    {
        for (var number = 0; number < AuditReader.PageSize + 10; number++)
            await _trail.WriteAsync(new(number % 2 == 0 ? "ada" : "grace", "operator", "order-submitted") { Workflow = $"wf{number % 3}" }, Cancellation);

        var first = await ReadAsync(AuditFilter.Of(" ", null, null, null));
        var second = await ReadAsync(AuditFilter.Of(null, null, null, first.Next));
        var ada = await ReadAsync(AuditFilter.Of("ada", "order-submitted", "wf0", null));

        Assert.Equal(AuditReader.PageSize, first.Lines.Count);
        Assert.Equal(10, second.Lines.Count);
        Assert.Null(second.Next);
        Assert.True(first.Lines[0].Number > first.Lines[^1].Number && first.Lines[^1].Number > second.Lines[0].Number);
        Assert.Equal(10, ada.Lines.Count(line => line is { Who: "ada", Workflow: "wf0" }));
        Assert.Equal(10, ada.Lines.Count);
    }

    [Fact]
    public void A_flood_of_refusals_is_counted_instead_of_written()
    {
        var flood = new RefusalFlood(RefusalLog.PerMinute);
        var now = DateTimeOffset.UnixEpoch;

        var admitted = Enumerable.Range(0, 1000).Count(_ => flood.Admit(now, out var _));

        Assert.Equal(RefusalLog.PerMinute, admitted);
        Assert.True(flood.Admit(now.AddMinutes(1), out var untold));
        Assert.Equal(1000 - RefusalLog.PerMinute, untold);
    }

    [Fact]
    public async Task An_expert_reads_it_on_a_page_and_an_operator_does_not()
    {
        await using var console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?>(), Cancellation);
        using var @operator = await console.SignedInAsync(Role.Operator, Cancellation, "<i>ada</i>");
        using var expert = await console.SignedInAsync(Role.Expert, Cancellation);

        using var refused = await @operator.GetAsync(new Uri("/audit", UriKind.Relative), Cancellation);
        var page = await expert.GetStringAsync(new Uri("/audit?who=%3Ci%3Eada%3C%2Fi%3E", UriKind.Relative), Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("&lt;i&gt;ada&lt;/i&gt;</td>", page);
        Assert.Contains("denied", page);
        Assert.DoesNotContain("<i>ada", page);
        Assert.DoesNotContain("href=\"audit\"", await @operator.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation));
    }

    private static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private Task<AuditLines> ReadAsync(AuditFilter filter) => new AuditReader(Databases).ReadAsync(filter, Cancellation);
}
