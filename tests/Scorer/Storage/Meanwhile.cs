namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>A clock that lets something happen elsewhere when it is looked at for some time.</summary>
internal sealed class Meanwhile(TimeProvider clock, int look, Func<Task> happens) : TimeProvider
{
    private int _looks;

    public override DateTimeOffset GetUtcNow()
    {
        if (Interlocked.Increment(ref _looks) == look)
            Task.Run(happens).Wait();
        return clock.GetUtcNow();
    }
}
