using System.Security.Claims;

namespace WorkflowRecovery.Console.People;

/// <summary>A user as every part of the console sees one, however they signed in: a name and at most one role.</summary>
public static class Person
{
    private const int LongestName = 100;
    private const string SessionClaim = "session";

    public static string NameOf(ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Identity is { IsAuthenticated: true, Name.Length: > 0 } identity ? identity.Name : "nobody";
    }

    /// <summary>The role, or null for one who may do nothing.</summary>
    public static Role? RoleOf(ClaimsPrincipal person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Identity is { IsAuthenticated: true } ? RoleWords.Parse(person.FindFirstValue(ClaimTypes.Role)) : null;
    }

    /// <summary>Whether somebody has a role or a higher one.</summary>
    public static bool Is(ClaimsPrincipal person, Role role) => RoleOf(person) >= role;

    /// <param name="name">Name from the outside; see <see cref="Clean"/>.</param>
    /// <param name="role">Role, or null for none.</param>
    /// <param name="way">How they signed in.</param>
    /// <param name="session">The sign-in that can be ended, where there is one.</param>
    internal static ClaimsPrincipal Of(string name, Role? role, string way, Guid? session = null)
    {
        List<Claim> claims = [new(ClaimTypes.Name, name), new(ClaimTypes.NameIdentifier, session is null ? $"{way}:{name}" : session.Value.ToString())];
        if (role is { } one)
            claims.Add(new(ClaimTypes.Role, one.ToWord()));
        if (session is { } id)
            claims.Add(new(SessionClaim, id.ToString()));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, way, ClaimTypes.Name, ClaimTypes.Role));
    }

    internal static Guid? SessionOf(ClaimsPrincipal person) => Guid.TryParse(person.FindFirstValue(SessionClaim), out var session) ? session : null;

    /// <summary>A name that can be shown and kept, or null when there is none in the text.</summary>
    internal static string? Clean(string? name)
    {
        var trimmed = name?.Trim();
        return trimmed is { Length: > 0 and <= LongestName } && !trimmed.Any(char.IsControl) ? trimmed : null;
    }
}
