namespace WorkflowRecovery.Console.Failures;

/// <summary>A reported task with its newest matrix, encoded.</summary>
internal sealed record ReportedFailure(string Workflow, DateTimeOffset ReportedAt, byte[] Cells);
