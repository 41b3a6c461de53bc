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

    /// <summary>Adds an entry to what the caller is about to save, and so to the caller's transaction; nothing is written before that.</summary>
    public void Add(AuditEntry entry, ConsoleDatabase database) => database.Audit.Add(RowOf(entry));

    /// <summary>Writes an entry by itself.</summary>
    public async Task WriteAsync(AuditEntry entry, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        Add(entry, database);
        await database.SaveChangesAsync(cancellation);
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
