using CsCheck;
using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Domain.Tests.Policies;

public sealed class CellRecordTests
{
    private static readonly AutomaticPolicy Policy = PolicyFile.Default.Automatic with { EarnedAnswers = 100, EarnedAgreement = 0.95 };

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(100, 100, 0.963)]
    [InlineData(100, 95, 0.888)]
    [InlineData(10, 5, 0.237)]
    [InlineData(20, 0, 0)]
    public void The_lower_bound_is_that_of_wilson(long answers, long agreed, double bound) =>
        Assert.Equal(bound, new CellRecord(answers, agreed).LowerBound, 0.001);

    [Theory]
    [InlineData(99, 99, false)]
    [InlineData(100, 100, true)]
    [InlineData(100, 99, false)]
    [InlineData(1000, 970, true)]
    [InlineData(1000, 955, false)]
    public void A_cell_has_earned_it_by_enough_answers_and_agreement_that_is_sure(long answers, long agreed, bool earned) =>
        Assert.Equal(earned, new CellRecord(answers, agreed).HasEarned(Policy));

    [Fact]
    public void The_bound_lies_below_the_agreement_and_rises_with_it() => (
        from answers in Gen.Long[1, 5000]
        from agreed in Gen.Long[0, answers - 1]
        select (answers, agreed)).Sample(cell =>
    {
        var (one, more) = (new CellRecord(cell.answers, cell.agreed), new CellRecord(cell.answers, cell.agreed + 1));

        Assert.InRange(one.LowerBound, 0, (double)cell.agreed / cell.answers);
        Assert.True(one.LowerBound < more.LowerBound);
    }, iter: 300);
}
