using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class SignInEndTests(TestServers servers) : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private readonly PeopleOptions _people = new();
    private ReadDatabase _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SignIns SignIns => SignInsAt.Clock(_database.Console, _clock, _people);

    public async ValueTask InitializeAsync() => _database = await ReadDatabase.NewAsync(servers);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task However_much_it_is_used_a_sign_in_ends()
    {
        var session = Person.SessionOf(await SignIns.BeginAsync("ada", Role.Operator, "test", Cancellation))!.Value;
        for (var used = TimeSpan.Zero; used < _people.LongestSession - TimeSpan.FromHours(1); used += TimeSpan.FromHours(1))
        {
            _clock.Advance(TimeSpan.FromHours(1));
            Assert.True(await SignIns.HoldsAsync(session, used: true, Cancellation));
        }

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.False(await SignIns.HoldsAsync(session, used: true, Cancellation));
        Assert.Empty((await SignIns.AllAsync(null, Cancellation)).People);
    }

    [Fact]
    public async Task An_administrator_ends_all_sign_ins_of_a_person_and_nobody_else_does()
    {
        var (admin, expert) = (Person.Of("root", Role.Admin, "test"), Person.Of("grace", Role.Expert, "test"));
        var signIns = SignIns;
        Guid[] ada = [await BeginAsync(signIns, "ada"), await BeginAsync(signIns, "ada")];
        var bob = await BeginAsync(signIns, "bob");

        Assert.False((await signIns.EndAllAsync("ada", "left us", expert, Cancellation)).Done);
        Assert.True(await signIns.HoldsAsync(ada[0], used: true, Cancellation));
        var ended = await signIns.EndAllAsync("ada", "left us", admin, Cancellation);

        Assert.Equal((true, "2 sign-ins of ada ended."), ended);
        foreach (var session in ada)
            Assert.False(await signIns.HoldsAsync(session, used: true, Cancellation));
        Assert.True(await signIns.HoldsAsync(bob, used: true, Cancellation));
        await using var database = await _database.Console.CreateDbContextAsync(Cancellation);
        var shown = await database.Audit.Where(line => line.What == AuditVerbs.SignInsEnded).Select(line => line.Shown).SingleAsync(Cancellation);
        Assert.Equal(2, System.Text.Json.JsonDocument.Parse(shown!).RootElement.EnumerateArray().Count(one => one.GetProperty("role").GetString() == "operator"));
        Assert.Equal(
            ["grace denied", "root sign-ins-ended"],
            (await database.Audit.Where(line => line.What != AuditVerbs.SignedIn).OrderBy(line => line.Number).ToListAsync(Cancellation)).Select(line => $"{line.Who} {line.What}"));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(null)]
    public async Task It_must_be_said_why_and_in_few_words(string? why)
    {
        var signIns = SignIns;
        var ada = await BeginAsync(signIns, "ada");

        var answer = await signIns.EndAllAsync("ada", why ?? new('x', 100_000), Person.Of("root", Role.Admin, "test"), Cancellation);

        Assert.Equal((false, "It must be said why, in at most 500 characters."), answer);
        Assert.True(await signIns.HoldsAsync(ada, used: true, Cancellation));
        await using var database = await _database.Console.CreateDbContextAsync(Cancellation);
        Assert.Equal(AuditVerbs.SignInsNotEnded, await database.Audit.OrderBy(line => line.Number).Select(line => line.What).LastAsync(Cancellation));
    }

    [Fact]
    public async Task However_many_are_signed_in_everybody_is_on_a_page_once()
    {
        await using (var database = await _database.Console.CreateDbContextAsync(Cancellation))
        {
            var now = _clock.GetUtcNow();
            foreach (var number in Enumerable.Range(0, (2 * SignedInPage.Size) + 1))
                database.SignIns.Add(new() { Session = Guid.NewGuid(), Who = $"user {number / 2:000}", Role = number % 2 == 0 ? "viewer" : "operator", Way = "test", BeganAt = now, SeenAt = now });
            await database.SaveChangesAsync(Cancellation);
        }

        var first = await SignIns.AllAsync(null, Cancellation);
        var second = await SignIns.AllAsync(first.Next, Cancellation);

        Assert.Equal((SignedInPage.Size, 1), (first.People.Count, second.People.Count));
        Assert.Null(second.Next);
        Assert.Equal(SignedInPage.Size + 1, first.People.Concat(second.People).DistinctBy(one => one.Who).Count());
        Assert.Equal(("operator, viewer", 2), (first.People[0].Roles, first.People[0].SignIns));
    }

    [Fact]
    public async Task The_page_of_people_is_for_administrators_alone()
    {
        await using var console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?>(), Cancellation);
        using var expert = await console.SignedInAsync(Role.Expert, Cancellation);
        using var admin = await console.SignedInAsync(Role.Admin, Cancellation, "<i>root</i>");

        using var refused = await expert.AskAsync("/people");
        var page = await admin.GetStringAsync(new Uri("/people", UriKind.Relative), Cancellation);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Ask those who run this console for a higher role", await refused.TextAsync());
        Assert.Contains("End the sign-ins of &lt;i&gt;root&lt;/i&gt;", page);
        Assert.Contains("test-expert", page);
        Assert.DoesNotContain("<i>root", page);
    }

    private static async Task<Guid> BeginAsync(SignIns signIns, string who) =>
        Person.SessionOf(await signIns.BeginAsync(who, Role.Operator, "test", Cancellation))!.Value;
}
