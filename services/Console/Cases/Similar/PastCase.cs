using WorkflowRecovery.Learning.Explanations;

namespace WorkflowRecovery.Console.Cases.Similar;

/// <summary>What was done before for tasks that failed alike.</summary>
/// <param name="Summary">In one sentence.</param>
/// <param name="Cases">The most similar first.</param>
public sealed record SimilarPast(string Summary, IReadOnlyList<PastCase> Cases);

/// <summary>A past task with what was ordered and how that ended.</summary>
public sealed record PastCase(SimilarTask Task, string Ended);
