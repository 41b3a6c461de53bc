using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Ingestor.Storage;

namespace WorkflowRecovery.Ingestor.History;

/// <summary>Labels from a history file: one for each task path, since the file holds the last action only.</summary>
internal static class HistoryLabel
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static Guid KeyOf(PastTask task) => NameBasedGuid.Of("history label", task.Event.Task);

    public static OperatorAction Of(PastTask task, DateTimeOffset now) => new()
    {
        Key = KeyOf(task),
        Workflow = task.Action.Workflow,
        Task = task.Event.Task,
        RecordedAt = task.Action.RecordedAt,
        Action = task.Action.Action,
        MemoryMb = task.Action.MemoryMb,
        Splitting = task.Action.Splitting,
        Xrootd = task.Action.Xrootd,
        Secondary = task.Action.Secondary,
        Cores = task.Action.Cores,
        Sites = [.. task.Action.Sites ?? []],
        Reasons = [],
        ParametersGiven = task.ParametersGiven,
        Source = "import",
        ReceivedAt = now,
    };

    /// <summary>Inserts many at once and returns the keys of those that were not there.</summary>
    public static async Task<HashSet<Guid>> InsertNewAsync(IngestorDatabase database, IReadOnlyList<OperatorAction> labels, CancellationToken cancellationToken)
    {
        var rows = JsonSerializer.Serialize(labels, SnakeCase);
        var keys = await database.Database.SqlQuery<Guid>(
            $"""
            insert into ingestor.operator_action
            select * from jsonb_populate_recordset(null::ingestor.operator_action, {rows}::jsonb)
            on conflict do nothing
            returning key as "Value"
            """).ToListAsync(cancellationToken);
        return [.. keys];
    }
}
