using CsCheck;
using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Domain.Tests.Policies;

public sealed class CellRecordTests
{
    private static readonly AutomaticPolicy Policy = PolicyFile.Default.Automatic with { EarnedAnswers = 100, EarnedAgreement = 0.95 };

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(20, 0, 0)]
    [InlineData(10, 5, 0.113)]
    [InlineData(100, 95, 0.855)]
    [InlineData(100, 100, 0.948)]
    [InlineData(1000, 970, 0.950)]
    public void The_lower_bound_is_what_a_gambler_has_bet_away_all_doubt_of(long answers, long agreed, double bound) =>
        Assert.Equal(bound, new CellRecord(answers, agreed).LowerBound, 0.001);

    [Theory]
    [InlineData(104, 104, false)]
    [InlineData(105, 105, true)]
    [InlineData(152, 151, false)]
    [InlineData(153, 152, true)]
    [InlineData(1000, 955, false)]
    [InlineData(100_000, 96_000, true)]
    public void A_cell_has_earned_it_by_enough_answers_and_agreement_that_is_sure(long answers, long agreed, bool earned) =>
        Assert.Equal(earned, new CellRecord(answers, agreed).HasEarned(Policy));

    [Fact]
    public void Few_answers_do_not_earn_it_however_little_agreement_is_asked_for() =>
        Assert.False(new CellRecord(99, 99).HasEarned(Policy with { EarnedAgreement = 0.8 }));

    [Fact]
    public void Of_2000_cells_whose_agreement_is_just_what_is_asked_for_no_more_ever_earn_it_than_the_level_and_chance_allow_though_looked_at_after_each_of_1500_answers()
    {
        const int cells = 2000;
        var earned = Enumerable.Range(0, cells).Count(seed =>
        {
            var (random, agreed) = (new Random(seed), 0);
            for (var answers = 1; answers <= 1500; answers++)
            {
                agreed += random.NextDouble() < 0.95 ? 1 : 0;
                if (agreed > 0.95 * answers && new SureShare(answers, agreed).EvidenceAbove(0.95) >= 1 / SureShare.Level)
                    return true;
            }

            return false;
        });

        Assert.InRange(earned, 0, (int)(SureShare.Level * cells * 1.2));
    }

    [Theory]
    [InlineData(0.98, 1000)]
    [InlineData(0.99, 400)]
    public void A_cell_that_deserves_it_earns_it_in_nine_of_ten_cases_within_a_known_number_of_answers(double agreement, int within) => Assert.InRange(
        Enumerable.Range(0, 200).Count(seed =>
        {
            var (random, agreed) = (new Random(seed), 0);
            return Enumerable.Range(1, within).Any(answers =>
                (agreed += random.NextDouble() < agreement ? 1 : 0) > 0.95 * answers && new SureShare(answers, agreed).EvidenceAbove(0.95) >= 1 / SureShare.Level);
        }), 180, 200);

    [Fact]
    public void What_was_earned_is_lost_by_answers_that_disagree()
    {
        Assert.True(new CellRecord(300, 300).HasEarned(Policy));
        Assert.False(new CellRecord(306, 300).HasEarned(Policy));
    }

    [Fact]
    public void The_bound_lies_below_the_agreement_and_rises_with_it() => (
        from answers in Gen.Long[1, 5000]
        from agreed in Gen.Long[0, answers - 1]
        select (answers, agreed)).Sample(cell =>
    {
        var (one, more) = (new CellRecord(cell.answers, cell.agreed), new CellRecord(cell.answers, cell.agreed + 1));

        Assert.InRange(one.LowerBound, 0, (double)cell.agreed / cell.answers);
        Assert.True(one.LowerBound < more.LowerBound || more.LowerBound == 0);
    }, iter: 300);
}
