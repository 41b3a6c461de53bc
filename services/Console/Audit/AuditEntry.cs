using System.Security.Claims;
using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.Audit;

/// <summary>Something that somebody did, tried or was refused.</summary>
/// <param name="Who">Name of the user.</param>
/// <param name="Role">The user's role; null for none.</param>
/// <param name="What">A verb, e.g. <c>order-submitted</c>.</param>
internal sealed record AuditEntry(string Who, string? Role, string What)
{
    public string? Workflow { get; init; }

    public string? Task { get; init; }

    public Guid? EventId { get; init; }

    /// <summary>What was on the page: the revision, the matrix, what was recommended. Written as JSON.</summary>
    public object? Shown { get; init; }

    /// <summary>What was decided, or why it was refused. Written as JSON.</summary>
    public object? Details { get; init; }

    public static AuditEntry By(ClaimsPrincipal person, string what) =>
        new(Person.NameOf(person), Person.RoleOf(person) is { } role ? role.ToWord() : null, what);
}
