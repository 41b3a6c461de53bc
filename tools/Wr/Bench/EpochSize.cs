namespace WorkflowRecovery.Wr.Bench;

/// <summary>The size of a training whose epochs are timed, one to warm up not counted.</summary>
internal sealed record EpochSize(int Rows, int Columns, int Batch, int Epochs, int Threads);
