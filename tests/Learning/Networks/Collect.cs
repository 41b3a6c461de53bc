using WorkflowRecovery.Learning.Networks;

namespace WorkflowRecovery.Learning.Tests.Networks;

/// <summary>Keeps what a training reports, on its own thread.</summary>
internal sealed class Collect : IProgress<EpochProgress>
{
    public List<EpochProgress> Seen { get; } = [];

    public void Report(EpochProgress value) => Seen.Add(value);
}
