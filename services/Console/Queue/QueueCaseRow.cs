using System.Text.Json;
using Npgsql;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Queue;

/// <summary>A row of the reader's query as a mark or as a case.</summary>
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

    public static QueueMark ReadMark(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetInt32(1), Time(row, 2), row.GetBoolean(3), Text(row, 4), row.IsDBNull(5) ? null : row.GetGuid(5));

    public static QueueCase Read(NpgsqlDataReader row)
    {
        var (mark, blinded, workflow) = (ReadMark(row), row.GetBoolean(12), row.GetString(6));
        var said = blinded ? new Said() : SaidIn(row.GetFieldValue<byte[]>(13));
        var matrix = row.IsDBNull(23) ? SiteErrorMatrix.Empty : MatrixEncoding.Decode(row.GetFieldValue<byte[]>(23));
        return new()
        {
            EventId = mark.EventId,
            Workflow = workflow,
            Task = row.GetString(7),
            ReportedAt = row.GetFieldValue<DateTimeOffset>(8),
            Revision = mark.Revision,
            MatrixRevision = row.GetInt32(9),
            Disposition = string.Intern(row.GetString(10)),
            ExpiresAt = row.GetFieldValue<DateTimeOffset>(11),
            AnsweredAt = mark.AnsweredAt,
            AnsweredHere = row.GetBoolean(29),
            Blinded = blinded,
            Plan = said.Action is { } action ? new(action, said.MemoryMb, said.Splitting, said.Cores, said.Xrootd, said.Secondary) : null,
            Confidence = said.Confidence,
            Why = said is { Action: null, Reasons: [var because, ..] } ? because.Text : null,
            OpenedAt = row.GetFieldValue<DateTimeOffset>(14),
            Campaign = Text(row, 15) ?? WorkflowName.Parse(workflow).Campaign,
            RequestType = Text(row, 16),
            TaskType = Text(row, 17),
            Status = Text(row, 18),
            Priority = Number(row, 19),
            Attempt = row.IsDBNull(20) ? null : row.GetInt32(20),
            TotalJobs = Number(row, 21),
            FailedJobs = Number(row, 22) ?? matrix.TotalErrors,
            Codes = QueueErrors.CodesOf(matrix),
            Sites = QueueErrors.SitesOf(matrix),
            IsTaken = mark.IsTaken,
            Order = mark.OrderState is { } state ? new(state, row.GetString(24), row.GetString(25)) : null,
            Note = mark.NoteId is { } note ? new(note, Time(row, 26), row.GetString(27), Text(row, 28)) : null,
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

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
