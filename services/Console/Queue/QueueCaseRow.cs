using System.Text.Json;
using Npgsql;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Queue;

/// <summary>A row of the reader's query as a case.</summary>
internal static class QueueCaseRow
{
    /// <summary>What the queue wants of a published recommendation.</summary>
    private sealed record Said
    {
        public string? Action { get; init; }
        public int? MemoryMb { get; init; }
        public string? Splitting { get; init; }
        public int? Cores { get; init; }
        public string? Xrootd { get; init; }
        public string? Secondary { get; init; }
        public double? Confidence { get; init; }
        public IReadOnlyList<Because>? Reasons { get; init; }
    }

    private sealed record Because
    {
        public string? Text { get; init; }
    }

    public static QueueCase Read(NpgsqlDataReader row)
    {
        var said = row.GetBoolean(9) ? new Said() : SaidIn(row.GetFieldValue<byte[]>(10));
        var (workflow, matrix) = (row.GetString(1), row.IsDBNull(19) ? SiteErrorMatrix.Empty : MatrixEncoding.Decode(row.GetFieldValue<byte[]>(19)));
        return new()
        {
            EventId = row.GetGuid(0),
            Workflow = workflow,
            Task = row.GetString(2),
            ReportedAt = row.GetFieldValue<DateTimeOffset>(3),
            Revision = row.GetInt32(4),
            MatrixRevision = row.GetInt32(5),
            Disposition = string.Intern(row.GetString(6)),
            ExpiresAt = row.GetFieldValue<DateTimeOffset>(7),
            AnsweredAt = row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
            Blinded = row.GetBoolean(9),
            Plan = said.Action is { } action ? new(action, said.MemoryMb, said.Splitting, said.Cores, said.Xrootd, said.Secondary) : null,
            Confidence = said.Confidence,
            Why = said is { Action: null, Reasons: [var because, ..] } ? because.Text : null,
            Campaign = Text(row, 11) ?? WorkflowName.Parse(workflow).Campaign,
            RequestType = Text(row, 12),
            TaskType = Text(row, 13),
            Status = Text(row, 14),
            Priority = Number(row, 15),
            Attempt = row.IsDBNull(16) ? null : row.GetInt32(16),
            TotalJobs = Number(row, 17),
            FailedJobs = Number(row, 18) ?? matrix.TotalErrors,
            Codes = QueueErrors.CodesOf(matrix),
            Sites = QueueErrors.SitesOf(matrix),
        };
    }

    private static Said SaidIn(byte[] body)
    {
        try
        {
            return WireJson.Read<Said>(body);
        }
        catch (JsonException)
        {
            // One body that nobody can read does not keep operators from all other cases.
            return new();
        }
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
