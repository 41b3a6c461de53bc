using WorkflowRecovery.Console.Operations;

namespace WorkflowRecovery.Console.Tests.Operations;

public sealed class LagTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_step_that_did_the_newest_is_not_behind() => Assert.Equal("not behind", Lag.Behind(Now.AddMinutes(-2), Now.AddMinutes(-1), Now));

    [Fact]
    public void A_step_that_did_not_is_behind_since_then()
    {
        Assert.Equal("the newest has waited for 2 min", Lag.Behind(Now.AddMinutes(-2), Now.AddMinutes(-3), Now));
        Assert.Equal("the newest has waited for 2 min", Lag.Behind(Now.AddMinutes(-2), null, Now));
    }

    [Fact]
    public void Without_an_event_there_is_nothing_to_do() => Assert.Equal("nothing to do yet", Lag.Behind(null, Now, Now));
}
