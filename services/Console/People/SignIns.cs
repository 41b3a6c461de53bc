using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Charts;
using WorkflowRecovery.Console.Shell;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.ServiceDefaults.Sweeping;

namespace WorkflowRecovery.Console.People;

/// <summary>Begins and ends sign-ins, and tells whether one still holds.</summary>
internal sealed class SignIns(IDbContextFactory<ConsoleDatabase> databases, AuditTrail trail, RefusalLog refusals, TimeProvider clock, IOptions<PeopleOptions> options)
{
    // A page loads many files at once; they need not all ask the database.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    private const int MostRemembered = 10_000;
    private const int MostWritten = 20;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _held = new();

    /// <summary>Rows of sign-ins that have been over for long: one that was ended is not used any more either.</summary>
    public static OldRows Over(PeopleOptions people) =>
        OldRows.Of("console.sign_in", "seen_at", people.SessionLength + TimeSpan.FromDays(people.KeepSignInsDays));

    public async Task<ClaimsPrincipal> BeginAsync(string name, Role role, string way, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var person = Person.Of(name, role, way, Guid.NewGuid());
        await using var database = await databases.CreateDbContextAsync(cancellation);
        database.SignIns.Add(new() { Session = Person.SessionOf(person)!.Value, Who = name, Role = role.ToWord(), Way = way, BeganAt = now, SeenAt = now });
        trail.Add(AuditEntry.By(person, AuditVerbs.SignedIn) with { Details = new { way } }, database);
        await database.SaveChangesAsync(cancellation);
        return person;
    }

    /// <summary>Whether a sign-in holds; using it makes it last longer, up to a point.</summary>
    public async Task<bool> HoldsAsync(Guid session, bool used, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_held.TryGetValue(session, out var asked) && now - asked < Remembered)
            return true;
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var holding = Holding(database, now).Where(row => row.Session == session);
        var holds = used
            ? await holding.ExecuteUpdateAsync(row => row.SetProperty(one => one.SeenAt, now), cancellation) > 0
            : await holding.AnyAsync(cancellation);
        Remember(session, holds, now);
        return holds;
    }

    public async Task EndAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (Person.SessionOf(person) is not { } session)
            return;
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        await database.SignIns.Where(row => row.Session == session).ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, now), cancellation);
        trail.Add(AuditEntry.By(person, AuditVerbs.SignedOut), database);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        _held.TryRemove(session, out _);
    }

    /// <summary>Who has sign-ins that hold now, by name: a page of them.</summary>
    /// <param name="after">The last name of the page before; null for the first page.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<SignedInPage> AllAsync(string? after, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return await SignedInPage.ReadAsync(Holding(database, clock.GetUtcNow()), after, cancellation);
    }

    /// <summary>Ends all sign-ins of a person; for administrators. Open pages lose their rights with the next look, within a minute.</summary>
    /// <returns>What there is to say.</returns>
    public async Task<(bool Done, string Text)> EndAllAsync(string who, string why, ClaimsPrincipal by, CancellationToken cancellation)
    {
        if (!Person.Is(by, Role.Admin))
        {
            await refusals.WriteAsync(AuditEntry.By(by, AuditVerbs.Denied) with { Details = new { AuditVerbs.SignInsEnded, of = who } });
            return (false, $"Only the role {Role.Admin.ToWord()} may do this.");
        }

        if (ConfirmForm.Problem(why) is { } problem)
        {
            await refusals.WriteAsync(AuditEntry.By(by, AuditVerbs.SignInsNotEnded) with { Details = new { of = who, why = problem } });
            return (false, problem);
        }

        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var shown = await Holding(database, now).Where(row => row.Who == who).OrderByDescending(row => row.BeganAt).Take(MostWritten)
            .Select(row => new { row.Role, row.Way, row.BeganAt, row.SeenAt }).ToListAsync(cancellation);
        var ended = await Holding(database, now).Where(row => row.Who == who).ExecuteUpdateAsync(row => row.SetProperty(one => one.EndedAt, now), cancellation);
        trail.Add(AuditEntry.By(by, AuditVerbs.SignInsEnded) with { Shown = shown, Details = new { of = who, ended, why = why.Trim() } }, database);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        // Other copies of the console ask again within seconds.
        _held.Clear();
        return (true, $"{Wording.Count(ended, "sign-in")} of {who} ended.");
    }

    /// <summary>Used lately, and not begun too long ago.</summary>
    private IQueryable<SignInRow> Holding(ConsoleDatabase database, DateTimeOffset now)
    {
        var (unused, begun) = (now - options.Value.SessionLength, now - options.Value.LongestSession);
        return database.SignIns.Where(row => row.EndedAt == null && row.SeenAt > unused && row.BeganAt > begun);
    }

    private void Remember(Guid session, bool holds, DateTimeOffset now)
    {
        if (_held.Count >= MostRemembered)
            _held.Clear();
        if (holds)
            _held[session] = now;
        else
            _held.TryRemove(session, out _);
    }
}
