using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Tests.Training;

public sealed class RetrainingScheduleTests
{
    private static readonly DateTimeOffset Now = new(2019, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly RetrainingOptions Options = new();

    [Theory]
    [InlineData(500, true)]
    [InlineData(499, false)]
    [InlineData(0, false)]
    public void Enough_new_actions_are_a_reason_to_train(int actions, bool due) =>
        Assert.Equal(due, CauseOf(actions, lastHoursAgo: null) is not null);

    [Theory]
    [InlineData(24, 1, true)]
    [InlineData(23.9, 1, false)]
    [InlineData(24, 0, false)]
    public void So_is_time_but_only_when_there_is_something_new(double hoursAgo, int actions, bool due) =>
        Assert.Equal(due, CauseOf(actions, hoursAgo) is not null);

    [Theory]
    [InlineData(24, true)]
    [InlineData(23.9, false)]
    public void Before_the_first_training_time_is_counted_from_the_first_action(double hoursAgo, bool due) =>
        Assert.Equal(due, CauseOf(300, lastHoursAgo: null, oldestHoursAgo: hoursAgo)?.Contains("first action", StringComparison.Ordinal) is true);

    [Fact]
    public void An_import_under_way_is_waited_for()
    {
        Assert.Null(CauseOf(5000, lastHoursAgo: 9 * 24, importedSecondsAgo: 29));
        Assert.NotNull(CauseOf(5000, lastHoursAgo: 9 * 24, importedSecondsAgo: 30));
    }

    [Fact]
    public void Live_actions_that_never_pause_keep_no_training_waiting() =>
        Assert.NotNull(RetrainingSchedule.Due(new(Now.AddDays(-2), 40, OldestAt: Now.AddDays(-1), NewestImportAt: null, DriftSince: null), Options, Now));

    [Theory]
    [InlineData(-1, 1, true)]
    [InlineData(-3, 1, false)]
    [InlineData(-1, 0, false)]
    public void Drift_is_a_reason_once_until_it_is_found_anew(double driftHours, int actions, bool due) =>
        Assert.Equal(due, CauseOf(actions, lastHoursAgo: 2, driftHours: driftHours)?.StartsWith("drift", StringComparison.Ordinal) is true);

    private static string? CauseOf(
        int actions, double? lastHoursAgo, double oldestHoursAgo = 1, double? importedSecondsAgo = null, double? driftHours = null) => RetrainingSchedule.Due(
        new(Ago(lastHoursAgo), actions, Ago(oldestHoursAgo), importedSecondsAgo is { } seconds ? Now.AddSeconds(-seconds) : null, Ago(-driftHours)), Options, Now);

    private static DateTimeOffset? Ago(double? hours) => hours is { } ago ? Now.AddHours(-ago) : null;
}
