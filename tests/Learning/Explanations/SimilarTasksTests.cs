using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Explanations;

public sealed class SimilarTasksTests
{
    private static readonly DateTimeOffset Now = new(2019, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RecoveryAction Acdc = new(RecoveryActionKind.Acdc);

    [Fact]
    public void The_task_that_failed_alike_comes_first_with_its_order()
    {
        var memory = Acdc with { MemoryMb = 20_000 };
        var past = new SimilarTasks([Past("a", 9, Acdc, Error(85)), Past("b", 8, memory, Error(50660, 40), Error(85, 2)), Past("c", 7, Acdc, Error(50660), Error(85))]);

        var found = past.Find(Row(Error(50660, 30), Error(85)), "asked", Now, 2);

        Assert.Equal(["/b/Task", "/c/Task"], found.Select(task => task.Task));
        Assert.Equal(("b", Now.AddDays(-8), memory, "ACDC, memory 20000 MB"), (found[0].Workflow, found[0].ReportedAt, found[0].Action, found[0].Ordered));
        Assert.InRange(found[0].Similarity, found[1].Similarity, 1);
    }

    [Fact]
    public void The_own_family_and_what_was_not_yet_reported_are_passed_over()
    {
        var past = new SimilarTasks([Past("own", 5, Acdc, Error(85)), Past("same-time", 0, Acdc, Error(85)), Past("later", -1, Acdc, Error(85)), Past("other", 4, Acdc, Error(85))]);

        Assert.Equal(["other"], past.Find(Row(Error(85)), "own", Now, 10).Select(task => task.Workflow));
    }

    [Fact]
    public void Of_equally_similar_tasks_the_newest_comes_first_whatever_order_they_are_given_in()
    {
        Example[] examples = [Past("old", 9, Acdc, Error(85)), Past("new", 1, Acdc, Error(85, 7)), Past("middle", 5, Acdc, Error(85))];

        foreach (var order in new[] { examples, [.. examples.Reverse()] })
            Assert.Equal(["new", "middle"], new SimilarTasks(order).Find(Row(Error(85)), "asked", Now, 2).Select(task => task.Workflow));
    }

    [Fact]
    public void The_codes_that_make_two_tasks_alike_are_named_the_weightiest_first()
    {
        MatrixCell[] asked = [Error(-1), Error(85, 3), Error(50660, 50), Error(92, 9), Error(8001, 1), Error(71104, 2)];
        var past = new SimilarTasks([Past("a", 1, Acdc, Error(-1), Error(85, 3), Error(50660, 20), Error(92, 9), Error(8001, 1), Error(73))]);

        Assert.Equal(["50660", "92", "85"], Assert.Single(past.Find(Row(asked), "asked", Now, 1)).SharedErrors);
    }

    [Fact]
    public void A_task_without_errors_and_an_empty_past_have_no_similar_tasks()
    {
        Assert.Empty(new SimilarTasks([Past("a", 1, Acdc, Error(85))]).Find(Row(), "asked", Now, 5));
        Assert.Empty(new SimilarTasks([Past("a", 1, Acdc)]).Find(Row(Error(85)), "asked", Now, 5));
        Assert.Empty(new SimilarTasks([]).Find(Row(Error(85)), "asked", Now, 5));
    }

    [Fact]
    public void A_task_seen_through_another_view_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SimilarTasks([Past("a", 1, Acdc) with { Features = new SummedView().Of(SiteErrorMatrix.Empty) }]));

    [Fact]
    public void The_summary_counts_what_was_ordered_the_commonest_first()
    {
        RecoveryAction[] orders = [Acdc with { MemoryMb = 8000, Splitting = "2x" }, Acdc, Acdc, new(RecoveryActionKind.Clone), Acdc with { MemoryMb = 20_000 }, Acdc with { Xrootd = true }];

        Assert.Equal("3 of the 6 most similar past tasks were plain ACDC, 2 asked for memory, 1 was cloned.", Summary(orders));
        Assert.Equal("2 of the 3 most similar past tasks were on-hold, 1 asked for finer splitting.", Summary(new(RecoveryActionKind.OnHold), Acdc with { Splitting = "10x" }, new(RecoveryActionKind.OnHold)));
        Assert.Equal("2 of the 2 most similar past tasks were plain ACDC.", Summary(Acdc, Acdc));
        Assert.Equal("The most similar past task was cloned.", Summary(new RecoveryAction(RecoveryActionKind.Clone)));
        Assert.Equal("No past task is similar.", Summary());
    }

    [Fact]
    public void An_order_whose_parameters_were_not_recorded_is_not_called_plain() => Assert.Equal(
        "The most similar past task was ACDC with parameters not recorded.",
        SimilarTasks.Summary(new SimilarTasks([Past("a", 1, Acdc, Error(85)) with { ParametersGiven = false }]).Find(Row(Error(85)), "asked", Now, 1)));

    private static string Summary(params RecoveryAction[] orders) => SimilarTasks.Summary(
        new SimilarTasks(orders.Select((order, at) => Past($"w{at}", at + 1, order, Error(85)))).Find(Row(Error(85)), "asked", Now, 10));

    private static Example Past(string workflow, int daysAgo, RecoveryAction action, params MatrixCell[] cells) =>
        new($"/{workflow}/Task", workflow, workflow, Now.AddDays(-daysAgo), Row(cells), action, ParametersGiven: true, 1);

    private static SparseVector Row(params MatrixCell[] cells) => MatrixViews.Tier.Of(SiteErrorMatrix.Of(cells));

    private static MatrixCell Error(int code, long count = 5) => new(code, "T2_US_MIT", Readiness.Green, count);
}
