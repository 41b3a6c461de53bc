using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Orders;

/// <summary>A reason that may be given for an order.</summary>
/// <param name="Name">What it is chosen by.</param>
/// <param name="Text">What is sent.</param>
public sealed record LibraryReason(string Name, string Text);

/// <summary>The reasons that operators use again, and add to.</summary>
internal sealed class ReasonLibrary(IDbContextFactory<ConsoleDatabase> databases, AuditTrail audit, RefusalLog refusals, TimeProvider clock)
{
    private const int LongestShort = 60;

    public async Task<IReadOnlyList<LibraryReason>> AllAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Reasons.OrderBy(reason => reason.Short).Select(reason => new LibraryReason(reason.Short, reason.Long)).ToListAsync(cancellationToken);
    }

    /// <summary>Null, or why it cannot be added.</summary>
    public async Task<string?> AddAsync(LibraryReason reason, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        if (!Person.Is(by, Role.Operator))
        {
            await refusals.WriteAsync(AuditEntry.By(by, AuditVerbs.Denied) with { Details = new { OrderAudit.ReasonAdded, reason.Name } });
            return "Only operators may add reasons.";
        }

        if (Problem(reason) is { } problem)
            return await RefuseAsync(reason, by, problem);

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.Reasons.Add(new()
        {
            ReasonId = Guid.CreateVersion7(), Short = reason.Name.Trim(), Long = reason.Text.Trim(), AddedBy = Person.NameOf(by), AddedAt = clock.GetUtcNow(),
        });
        try
        {
            audit.Add(AuditEntry.By(by, OrderAudit.ReasonAdded) with { Details = reason }, database);
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return await RefuseAsync(reason, by, "There is a reason of this name already.");
        }

        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    private async Task<string> RefuseAsync(LibraryReason reason, ClaimsPrincipal by, string why)
    {
        await refusals.WriteAsync(AuditEntry.By(by, OrderAudit.ReasonRefused) with { Details = new { reason.Name, why } });
        return why;
    }

    private static string? Problem(LibraryReason reason)
    {
        if (string.IsNullOrWhiteSpace(reason.Name) || reason.Name.Length > LongestShort || reason.Name.Any(char.IsControl))
            return $"Its name is a text of at most {LongestShort} characters.";
        return OrderRules.OfReason(reason.Text.Trim()).FirstOrDefault()?.Text;
    }
}
