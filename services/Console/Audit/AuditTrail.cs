using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Audit;

/// <summary>Writes down who did what; what cannot be written down is not done.</summary>
internal sealed class AuditTrail(IDbContextFactory<ConsoleDatabase> databases, TimeProvider clock)
{
    private const int LongestName = 256;
    private const int LongestSubject = 1024;
    private const int LongestJson = 64 * 1024;

    /// <summary>Writes an entry in the caller's transaction, together with the caller's other changes.</summary>
    public Task WriteAsync(AuditEntry entry, ConsoleDatabase database, CancellationToken cancellation)
    {
        database.Audit.Add(RowOf(entry));
        return database.SaveChangesAsync(cancellation);
    }

    /// <summary>Writes an entry by itself.</summary>
    public async Task WriteAsync(AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await WriteAsync(entry, database, cancellation);
    }

    private AuditRow RowOf(AuditEntry entry) => new()
    {
        At = clock.GetUtcNow(),
        Who = Bounded(entry.Who, LongestName)!,
        Role = entry.Role,
        What = entry.What,
        Workflow = Bounded(entry.Workflow, LongestSubject),
        Task = Bounded(entry.Task, LongestSubject),
        EventId = entry.EventId,
        Shown = Json(entry.Shown),
        Details = Json(entry.Details),
    };

    private static string? Bounded(string? text, int limit) => text is null ? null : AuditText.Bounded(text, limit);

    private static string? Json(object? value)
    {
        if (value is null)
            return null;
        var json = AuditText.WithoutNul(JsonSerializer.Serialize(value, WireJson.Options));
        return json.Length <= LongestJson ? json : JsonSerializer.Serialize(new { TooLong = AuditText.Bounded(json, LongestName) }, WireJson.Options);
    }
}
