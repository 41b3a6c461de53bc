using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Wr.Automatic;

namespace WorkflowRecovery.Wr.Tests.Automatic;

public sealed class AutomaticTextTests
{
    private static readonly AutomaticSwitch On = new(new DateTime(2019, 3, 4, 5, 6, 7, DateTimeKind.Utc), IsOn: true, "me", "a test");
    private static readonly RecoveryPolicy Allowing = PolicyFile.Default with { Automatic = PolicyFile.Default.Automatic with { Allowed = true, Changes = ["memory"] } };
    private static readonly KnownCell Earned = new("acdc|MEM|T2", 200, 199, 80, 79, 0.97, Earned: true);

    [Fact]
    public void When_all_agree_it_says_which_kinds_of_cases_may_be_automatic()
    {
        var status = new AutomaticStatus(On, Drift: null, Allowing, PolicyProblem: null, [Earned, new("clone|FILE|T1", 3, 1, 0, 0, 0.1, Earned: false)]);

        var lines = AutomaticText.Lines(status).ToList();

        Assert.Equal("The switch is on since 2019-03-04 05:06:07 UTC, by me: a test.", lines[0]);
        Assert.Contains("changing memory, in campaigns all", lines[1]);
        Assert.Contains("Earned it: acdc|MEM|T2 (199 of 200 agreed unprompted, surely 97.0", string.Join('\n', lines));
        Assert.Contains("1 of 2 kinds of cases have earned it.", lines);
        Assert.Equal("These kinds of cases may be automatic now.", lines[^1]);
    }

    [Fact]
    public void Everything_that_keeps_it_from_being_automatic_is_said()
    {
        var off = new AutomaticStatus(On with { IsOn = false }, "Code 92.", PolicyFile.Default, PolicyProblem: null, []);
        var broken = new AutomaticStatus(Switch: null, Drift: null, PolicyFile.Default, "version is missing.", [Earned]);

        Assert.Equal(4, off.WhyNothing.Count);
        Assert.Equal(["Automatic recovery is switched off.", "The policy file cannot be obeyed: version is missing."], broken.WhyNothing);
        Assert.DoesNotContain("These kinds of cases may be automatic now.", AutomaticText.Lines(off));
    }
}
