namespace WorkflowRecovery.Console.Cases.Reading;

/// <summary>Rows as <see cref="CaseQueries"/> brings them.</summary>
internal sealed record RoundRow(
    Guid EventId, string Workflow, string Task, DateTimeOffset ReportedAt, bool Imported, int? Revision, string? Disposition, string? Action, double? Confidence, bool Blinded);

internal sealed record DepartureRow(DateTimeOffset LeftAt, string? Status);

internal sealed record RecordedOrderRow(
    string? Task, DateTimeOffset RecordedAt, string Action, int? MemoryMb, string? Splitting, string? Xrootd, string? Secondary, int? Cores,
    string[] Sites, string[] Reasons, string? Operator, bool ParametersGiven, bool Imported);

internal sealed record TakenRow(string? Task, int Revision, DateTimeOffset TakenAt, string Result);

internal sealed record MatrixRow(string Cause, byte[] Cells, byte[] Observation);

internal sealed record RevisionRow(int Revision, DateTimeOffset RecommendedAt, byte[] Body, string? TraceParent, bool Blinded);

internal sealed record SiteChangeRow(string Site, DateTimeOffset EffectiveAt, string Source, string? Readiness, string? Status);

internal sealed record PastTaskRow(
    string Workflow, string Task, DateTimeOffset ReportedAt, byte[] TierView, int TierViewVersion, byte[]? Cells, string Family,
    string Action, int? MemoryMb, string? Splitting, string? Xrootd, string? Secondary, int? Cores, bool ParametersGiven);

internal sealed record EndingRow(string Task, DateTimeOffset? ReportedAt, bool? Succeeded, long? RecoveredJobs, long? FailedJobs, DateTime[] Rounds);
