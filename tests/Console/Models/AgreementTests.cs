using WorkflowRecovery.Console.Models;

namespace WorkflowRecovery.Console.Tests.Models;

public sealed class AgreementTests
{
    private static readonly DateTimeOffset Week = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<AnsweredWeek> Rows =
    [
        new(Week, "acdc", "acdc", 8, 8, 6),
        new(Week, "clone", "acdc", 2, 0, 0),
        new(Week.AddDays(14), "acdc", "acdc", 1, 1, 1),
        new(Week.AddDays(14), "clone", "clone", 3, 3, 2),
        new(Week.AddDays(14), null, "clone", 4, 0, 0),
    ];

    [Fact]
    public void Every_week_has_the_constant_answer_of_the_weeks_before() => Assert.Equal(
        [new AgreementWeek(Week, 10, 0.8, null), new AgreementWeek(Week.AddDays(7), 0, null, null), new AgreementWeek(Week.AddDays(14), 4, 1, 0.25)],
        Agreement.Of(Rows, only: null).Weeks);

    [Fact]
    public void One_recommended_action_can_be_looked_at() =>
        Assert.Equal([0, null, 1.0], Agreement.Of(Rows, only: "clone").Weeks.Select(week => week.Agreed));

    [Fact]
    public void Actions_stand_beside_the_commonest_of_all() => Assert.Equal(
        [new AgreementOfAction("acdc", 9, 1, 7.0 / 9, 1), new AgreementOfAction("clone", 5, 0.6, 0.4, 0.4)],
        Agreement.Of(Rows, only: null).Actions);

    [Fact]
    public void Coverage_is_how_often_anything_was_recommended() => Assert.Equal(14.0 / 18, Agreement.Of(Rows, only: null).Coverage);

    [Fact]
    public void Without_answers_there_are_no_weeks() => Assert.Equal((0, null), (Agreement.Of([], null).Weeks.Count, Agreement.Of([], null).Coverage));

    [Fact]
    public void A_promise_is_measured_by_tenths()
    {
        var report = PromiseReport.Of([new(5, 10, 0.55, 5), new(9, 30, 0.95, 30)]);

        Assert.Equal(40L, report.Answers);
        Assert.Equal(0.05, report.CalibrationError!.Value, 9);
        Assert.Equal("promised 95.0 %, happened 100.0 %, of 30", report.Points[1].Tells);
        Assert.Null(PromiseReport.Of([]).CalibrationError);
    }
}
