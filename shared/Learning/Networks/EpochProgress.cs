namespace WorkflowRecovery.Learning.Networks;

/// <summary>Where a training stands.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Epochs">Epochs at most.</param>
/// <param name="Loss">Weighted mean cross-entropy over the epoch's steps as they were taken, plus the L2 terms.</param>
/// <param name="WatchedLoss">Weighted mean cross-entropy on the watched rows after the epoch; null when none are watched.</param>
public sealed record EpochProgress(int Epoch, int Epochs, double Loss, double? WatchedLoss);
