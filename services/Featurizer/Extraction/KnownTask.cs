namespace WorkflowRecovery.Featurizer.Extraction;

/// <summary>What is known of a task of the same family or workflow.</summary>
/// <param name="Workflow">Its workflow.</param>
/// <param name="ReportedAt">When it was reported.</param>
/// <param name="Arrival">Its place in the order in which tasks arrived here.</param>
/// <param name="Codes">The codes it has errors of, each once.</param>
/// <param name="Errors">Its failed jobs by error category.</param>
internal sealed record KnownTask(string Workflow, DateTimeOffset ReportedAt, long Arrival, int[] Codes, long[] Errors);
