using WorkflowRecovery.Wr.Display;

namespace WorkflowRecovery.Wr.Tests.Study;

/// <summary>What was told of progress.</summary>
internal sealed class Told : IProgress<Step>
{
    private readonly Lock _lock = new();
    private readonly List<Step> _steps = [];

    public IReadOnlyList<Step> Steps
    {
        get
        {
            lock (_lock)
                return [.. _steps];
        }
    }

    public void Report(Step value)
    {
        lock (_lock)
            _steps.Add(value);
    }
}
