namespace WorkflowRecovery.Console.Failures;

/// <summary>Failures as they were counted last. Counting takes longer than a page should, so pages show what is here and hear of newer numbers.</summary>
internal sealed class FailureBook
{
    public const int WeekDays = 7;
    public const int MonthDays = 30;

    private FailureSums _last = FailureSums.None;

    /// <summary>There are newer numbers.</summary>
    public event Action? Counted;

    public FailureSums Last => Volatile.Read(ref _last);

    public void Enter(FailureSums sums)
    {
        Volatile.Write(ref _last, sums);
        Counted?.Invoke();
    }
}
