namespace WorkflowRecovery.Learning.Networks;

/// <summary>The loss grew beyond all numbers: the learning rate is too high for these inputs.</summary>
public sealed class NetworkDivergedException(int epoch)
    : Exception($"the loss of epoch {epoch} is not a number; a lower learning rate, smaller inputs or a bound on the gradient's length may help");
