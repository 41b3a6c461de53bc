using Microsoft.EntityFrameworkCore;

namespace WorkflowRecovery.Console.People;

/// <summary>Who is signed in, by name.</summary>
/// <param name="People">At most a page of them.</param>
/// <param name="Next">After whom the next page begins, or null when this is the last.</param>
internal sealed record SignedInPage(IReadOnlyList<SignedInPerson> People, string? Next)
{
    public const int Size = 200;

    /// <param name="holding">Sign-ins that hold.</param>
    /// <param name="after">The last name of the page before; null for the first page.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<SignedInPage> ReadAsync(IQueryable<SignInRow> holding, string? after, CancellationToken cancellation)
    {
        // Postgres knows no NUL, so that no name has one.
        var last = after?.Replace("\0", "", StringComparison.Ordinal);
        var people = await holding.AsNoTracking().Where(row => last == null || string.Compare(row.Who, last) > 0)
            .GroupBy(row => row.Who).OrderBy(one => one.Key).Take(Size + 1)
            .Select(one => new SignedInPerson(
                one.Key, string.Join(", ", one.Select(row => row.Role).Distinct()), string.Join(", ", one.Select(row => row.Way).Distinct()),
                one.Count(), one.Max(row => row.BeganAt), one.Max(row => row.SeenAt)))
            .ToListAsync(cancellation);
        return people.Count > Size ? new(people[..Size], people[Size - 1].Who) : new(people, null);
    }
}

/// <summary>Somebody with all their sign-ins.</summary>
internal sealed record SignedInPerson(string Who, string Roles, string Ways, int SignIns, DateTimeOffset NewestBegan, DateTimeOffset UsedLast);
