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
        Assert.Equal(due, RetrainingSchedule.Due(new(LastStartedAt: null, actions, Now.AddMinutes(-1), DriftSince: null), Options, Now) is not null);

    [Theory]
    [InlineData(24, 1, true)]
    [InlineData(23.9, 1, false)]
    [InlineData(24, 0, false)]
    public void So_is_time_but_only_when_there_is_something_new(double hoursAgo, int actions, bool due) =>
        Assert.Equal(due, RetrainingSchedule.Due(new(Now.AddHours(-hoursAgo), actions, Now.AddMinutes(-1), DriftSince: null), Options, Now) is not null);

    [Fact]
    public void An_import_under_way_is_waited_for()
    {
        Assert.Null(RetrainingSchedule.Due(new(Now.AddDays(-9), 5000, Now.AddSeconds(-29), Now), Options, Now));
        Assert.NotNull(RetrainingSchedule.Due(new(Now.AddDays(-9), 5000, Now.AddSeconds(-30), Now), Options, Now));
    }

    [Theory]
    [InlineData(-1, 1, true)]
    [InlineData(-3, 1, false)]
    [InlineData(-1, 0, false)]
    public void Drift_is_a_reason_once_until_it_is_found_anew(double driftHours, int actions, bool due)
    {
        var cause = RetrainingSchedule.Due(new(Now.AddHours(-2), actions, Now.AddMinutes(-1), Now.AddHours(driftHours)), Options, Now);

        Assert.Equal(due, cause?.StartsWith("drift", StringComparison.Ordinal) is true);
    }
}
