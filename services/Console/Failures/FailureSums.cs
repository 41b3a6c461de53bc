namespace WorkflowRecovery.Console.Failures;

/// <summary>What failed in the last week and in the last thirty days.</summary>
/// <param name="Week">Of 7 days.</param>
/// <param name="Month">Of 30 days.</param>
/// <param name="CountedAt">When it was counted; null before the first time.</param>
/// <param name="IsCut">Whether there were more tasks than are counted, so that the oldest are missing.</param>
internal sealed record FailureSums(FailureTally Week, FailureTally Month, DateTimeOffset? CountedAt, bool IsCut)
{
    /// <summary>Nothing was counted yet.</summary>
    public static FailureSums None { get; } = new(FailureTally.Of([], default, FailureBook.WeekDays), FailureTally.Of([], default, FailureBook.MonthDays), CountedAt: null, IsCut: false);
}
