using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.ServiceDefaults.Sweeping;

namespace WorkflowRecovery.Console.People;

/// <summary>Begins and ends sign-ins, and tells whether one still holds.</summary>
internal sealed class SignIns(IDbContextFactory<ConsoleDatabase> databases, AuditTrail trail, TimeProvider clock, IOptions<PeopleOptions> options)
{
    // A page loads many files at once; they need not all ask the database.
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _held = new();

    /// <summary>Rows of sign-ins that have been over for long: one that was ended is not used any more either.</summary>
    public static OldRows Over(PeopleOptions people) =>
        OldRows.Of("console.sign_in", "seen_at", people.SessionLength + TimeSpan.FromDays(people.KeepSignInsDays));

    private TimeSpan Length => options.Value.SessionLength;

    public async Task<ClaimsPrincipal> BeginAsync(string name, Role role, string way, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var person = Person.Of(name, role, way, Guid.NewGuid());
        await using var database = await databases.CreateDbContextAsync(cancellation);
        database.SignIns.Add(new() { Session = Person.SessionOf(person)!.Value, Who = name, Role = role.ToWord(), Way = way, BeganAt = now, SeenAt = now });
        await trail.WriteAsync(AuditEntry.By(person, AuditVerbs.SignedIn) with { Details = new { way } }, database, cancellation);
        return person;
    }

    /// <summary>Whether a sign-in holds; using it makes it last longer.</summary>
    public async Task<bool> HoldsAsync(Guid session, bool used, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_held.TryGetValue(session, out var asked) && now - asked < Remembered)
            return true;
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var holding = database.SignIns.Where(row => row.Session == session && row.EndedAt == null && row.SeenAt > now - Length);
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
        await trail.WriteAsync(AuditEntry.By(person, AuditVerbs.SignedOut), database, cancellation);
        await transaction.CommitAsync(cancellation);
        _held.TryRemove(session, out _);
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
