using CsCheck;
using WorkflowRecovery.Ingestor.Intake;

namespace WorkflowRecovery.Ingestor.Tests.Intake;

public sealed class ObservationTests
{
    private const int Noon = 12;

    [Theory]
    [InlineData(null, 1, null, 1, ObservationChoice.Repeat)]
    [InlineData(null, 1, null, 2, ObservationChoice.DifferingRepeat)]
    [InlineData(Noon, 1, null, 2, ObservationChoice.DifferingRepeat)]
    [InlineData(Noon, 1, Noon, 1, ObservationChoice.Repeat)]
    [InlineData(Noon, 1, Noon, 2, ObservationChoice.DifferingRepeat)]
    [InlineData(Noon, 1, Noon + 1, 2, ObservationChoice.NewerCounts)]
    [InlineData(Noon, 1, Noon + 1, 1, ObservationChoice.Confirmation)]
    [InlineData(Noon, 1, Noon - 1, 2, ObservationChoice.Repeat)]
    [InlineData(null, 1, Noon, 2, ObservationChoice.NewerCounts)]
    [InlineData(null, 1, Noon, 1, ObservationChoice.Confirmation)]
    internal void Another_report_is_judged_by_its_observedAt_and_content(int? knownHour, byte known, int? reportedHour, byte reported, ObservationChoice expected) =>
        Assert.Equal(expected, Observation.Choose(At(knownHour, known), At(reportedHour, reported)));

    [Fact]
    public void In_whatever_order_observations_arrive_the_newest_is_kept() =>
        Gen.Shuffle(Enumerable.Range(0, 8).ToArray()).Sample(hours =>
            At(7, 7).ObservedAt == hours.Select(hour => At(hour, (byte)hour)).Aggregate((known, reported) =>
                Observation.Choose(known, reported) is ObservationChoice.NewerCounts or ObservationChoice.Confirmation ? reported : known).ObservedAt);

    private static Observation At(int? hour, byte content) =>
        new(hour is { } h ? new DateTimeOffset(2020, 3, 1, h, 0, 0, TimeSpan.Zero) : null, [content]);
}
