namespace WorkflowRecovery.Learning.Networks;

/// <summary>Rows to learn from or to watch while learning.</summary>
/// <param name="Inputs">One input per branch of the design, in its order, all with equally many rows.</param>
/// <param name="Classes">The class of each row, from 0.</param>
/// <param name="Weights">
/// How much each row counts: finite, 0 or more, not all 0. Only their ratios matter, since they are divided by their mean.
/// </param>
public sealed record NetworkSample(IReadOnlyList<NetworkInput> Inputs, IReadOnlyList<int> Classes, IReadOnlyList<double> Weights);
