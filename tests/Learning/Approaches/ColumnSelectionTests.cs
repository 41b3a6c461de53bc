using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;
using static WorkflowRecovery.Learning.Tests.Networks.Samples;

namespace WorkflowRecovery.Learning.Tests.Approaches;

public sealed class ColumnSelectionTests
{
    private static readonly PlainTierView Tiers = new();

    public static TheoryData<string> Approaches => ["network", "linear", "trees"];

    [Fact]
    public void Columns_that_two_rows_use_are_kept_in_their_order()
    {
        var selection = ColumnSelection.UsedBy([Sparse(1, 0, 3, 0), Sparse(2, 1, 0, 0), Sparse(0, 0, 5, 0)]);
        Assert.Equal(2, selection.Count);

        var row = selection.Of(Sparse(7, 8, 9, 10));
        Assert.Equal([7f, 9f], row.Values);
        Assert.Equal([0, 1], row.Indices);
        Assert.Equal(2, row.Dimension);
    }

    [Fact]
    public void How_many_rows_must_use_a_column_can_be_said()
    {
        SparseVector[] rows = [Sparse(1, 0, 3), Sparse(2, 1, 0), Sparse(4, 0, 0)];
        Assert.Equal(3, ColumnSelection.UsedBy(rows, fewest: 1).Count);
        Assert.Equal(1, ColumnSelection.UsedBy(rows, fewest: 3).Count);
    }

    [Fact]
    public void A_column_that_is_the_same_in_all_rows_is_not_kept() =>
        Assert.Equal([5f], ColumnSelection.UsedBy([Sparse(1, 1, 3), Sparse(1, 2, 0), Sparse(1, 2, 0)], fewest: 2).Of(Sparse(9, 5, 7)).Values);

    [Fact]
    public void When_no_column_is_used_enough_all_are_kept() =>
        Assert.Equal(3, ColumnSelection.UsedBy([Sparse(1, 0, 0), Sparse(0, 1, 0)]).Of(Sparse(0, 0, 1)).Dimension);

    [Theory]
    [MemberData(nameof(Approaches))]
    public void Errors_that_were_never_seen_in_training_change_no_answer(string name)
    {
        IApproach approach = name switch
        {
            "network" => TalkNetworks.Wide(Tiers, Imbalance.None),
            "linear" => new LinearApproach(Tiers),
            _ => new TreesApproach(Tiers),
        };
        var exam = new Exam(Invented.Tasks(Operator.ByCode, 300), TalkTargets.Memory);
        var stranger = exam.WithOtherJudged(WithStrangeErrors);
        Assert.Equal(exam.Answers(approach, exam.Judged), stranger.Answers(approach, exam.Judged));
    }

    private static RecordedTask WithStrangeErrors(RecordedTask task) => task with
    {
        Report = task.Report with { Matrix = SiteErrorMatrix.Of([.. task.Report.Matrix.Cells, new(71305, "T3_US_OSG", Readiness.Green, 500)]) },
    };
}
