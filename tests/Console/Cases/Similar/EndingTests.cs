using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Cases.Similar;

namespace WorkflowRecovery.Console.Tests.Cases.Similar;

public sealed class EndingTests
{
    private static readonly DateTimeOffset Reported = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_told_is_nothing_recorded() => Assert.Equal("not recorded", Ending.Of([Told(null, null)], Reported));

    [Fact]
    public void What_executors_told_is_said() => Assert.Equal("worked, 40 jobs recovered", Ending.Of([Told(5, true, recovered: 40)], Reported));

    [Fact]
    public void A_later_round_is_how_it_ended_too() => Assert.Equal(
        "did not work, 3 jobs failed; reported again on 6 Mar 2026",
        Ending.Of([Told(5, false, failed: 3, rounds: [0, 48])], Reported));

    [Fact]
    public void What_was_told_after_the_next_round_is_about_that_one() => Assert.Equal(
        "reported again on 6 Mar 2026",
        Ending.Of([Told(50, true, rounds: [0, 48])], Reported));

    private static EndingRow Told(int? hours, bool? succeeded, long? recovered = null, long? failed = null, int[]? rounds = null) => new(
        "/w/t", hours is { } after ? Reported.AddHours(after) : null, succeeded, recovered, failed, [.. (rounds ?? [0]).Select(hour => Reported.AddHours(hour).UtcDateTime)]);
}
