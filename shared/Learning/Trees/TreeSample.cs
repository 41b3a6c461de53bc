using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Trees;

/// <summary>Rows to learn from or to watch while learning.</summary>
/// <param name="Rows">The vectors, all of one dimension.</param>
/// <param name="Classes">The class of each row.</param>
/// <param name="Weights">How much each row counts, above 0.</param>
public sealed record TreeSample(IReadOnlyList<SparseVector> Rows, IReadOnlyList<int> Classes, IReadOnlyList<double> Weights);
