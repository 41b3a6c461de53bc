using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class TimeLeftTests
{
    [Fact]
    public void What_is_done_is_told_as_a_share_of_what_it_should_cost()
    {
        var told = new Told();
        var left = new TimeLeft(10, told);

        left.Done(2.5, "row 2");
        left.Done(5, "row 5");

        Assert.Equal([0.25, 0.75], told.Steps.Select(step => step.Share));
        Assert.All(told.Steps, step => Assert.EndsWith(" s left", step.Text));
        Assert.StartsWith("row 2, about", told.Steps[0].Text);
    }

    [Fact]
    public void At_the_very_beginning_nobody_can_tell_how_long_it_takes()
    {
        var told = new Told();

        new TimeLeft(100, told).Done(1, "row 2");

        Assert.Equal("row 2", Assert.Single(told.Steps).Text);
    }

    [Fact]
    public void What_costs_more_than_expected_is_done_at_most()
    {
        var told = new Told();

        new TimeLeft(1, told).Done(3, "row 2");

        Assert.Equal(1, Assert.Single(told.Steps).Share);
    }

    [Fact]
    public void Several_threads_may_tell()
    {
        var told = new Told();
        var left = new TimeLeft(200, told);

        Parallel.For(0, 200, _ => left.Done(1, "row 2"));

        Assert.Equal(Enumerable.Range(1, 200).Select(done => done / 200.0), told.Steps.Select(step => step.Share));
    }
}
