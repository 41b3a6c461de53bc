using WorkflowRecovery.Rules.Conditions;
using static WorkflowRecovery.Rules.Tests.Files;
using static WorkflowRecovery.Rules.Tests.Inputs;

namespace WorkflowRecovery.Rules.Tests.Conditions;

public sealed class ConditionTests
{
    [Theory]
    [InlineData(20, 80, false)]
    [InlineData(21, 79, true)]
    [InlineData(100, 0, true)]
    [InlineData(0, 0, false)]
    public void A_rule_fires_above_its_share_of_all_failures(int ofIts, int ofOthers, bool fires) =>
        Assert.Equal(fires, Fires("'codes': [50660], 'shareAbove': 0.2", Of((50660, ofIts), (92, ofOthers))));

    [Fact]
    public void Marks_of_lost_work_are_not_failures() => Assert.True(Fires("'codes': [50660], 'shareAbove': 0.5", Of((50660, 3), (-1, 100))));

    [Fact]
    public void A_category_stands_for_all_of_its_codes_and_adds_to_codes()
    {
        Assert.True(Fires("'categories': ['MEM'], 'shareAbove': 0.5", Of((50660, 3), (50661, 3), (92, 5))));
        Assert.False(Fires("'categories': ['TIME'], 'shareAbove': 0.5", Of((50660, 3), (50661, 3), (92, 5))));
        Assert.True(Fires("'categories': ['MEM'], 'codes': [92], 'shareAbove': 0.9", Of((50660, 3), (92, 3))));
    }

    [Theory]
    [InlineData("T1_*", 0.3, true)]
    [InlineData("T1_*", 0.6, false)]
    [InlineData("T1_US_FNAL", 0.3, true)]
    [InlineData("T1_US", 0, false)]
    [InlineData("T3_*", 0, false)]
    public void Only_failures_at_its_sites_count(string pattern, double share, bool fires) =>
        Assert.Equal(fires, Fires($"'sites': ['{pattern}'], 'shareAbove': {share}", At((50660, "T1_US_FNAL", 5), (50660, "T2_US_MIT", 5))));

    [Theory]
    [InlineData("RunIISummer19", true)]
    [InlineData("RunIIFall17", false)]
    [InlineData(null, false)]
    public void A_campaign_must_be_one_of_those_named(string? campaign, bool fires) =>
        Assert.Equal(fires, Fires("'campaigns': ['RunIISummer*', 'PhaseII']", Of((50660, 5)) with { Campaign = campaign }));

    [Theory]
    [InlineData("ReReco", true, false)]
    [InlineData("TaskChain", false, true)]
    [InlineData(null, false, true)]
    public void A_type_of_request_is_named_or_left_out(string? type, bool named, bool notLeftOut)
    {
        Assert.Equal(named, Fires("'requestTypes': ['ReReco']", Of((50660, 5)) with { RequestType = type }));
        Assert.Equal(notLeftOut, Fires("'notRequestTypes': ['ReReco']", Of((50660, 5)) with { RequestType = type }));
    }

    [Theory]
    [InlineData("2019-03-04", "2019-03-05", true)]
    [InlineData("2019-03-05", "2019-03-06", false)]
    [InlineData("2019-03-01", "2019-03-04", false)]
    public void A_window_of_time_holds_its_first_day_and_not_its_last(string from, string until, bool fires) =>
        Assert.Equal(fires, Fires($"'from': '{from}', 'until': '{until}'", Of((50660, 5))));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(null, false)]
    public void Attempts_have_bounds_and_not_to_know_is_out_of_them(int? attempt, bool fires) =>
        Assert.Equal(fires, Fires("'attemptAtLeast': 1, 'attemptAtMost': 2", Of((50660, 5)) with { Attempt = attempt }));

    [Fact]
    public void A_message_must_be_of_a_failure_that_counts()
    {
        Assert.True(Fires("'codes': [50660], 'message': 'maxPSS [0-9]+'", Of((50660, 5)).Logging("job exceeded maxPSS 2000 MB")));
        Assert.False(Fires("'codes': [50660], 'message': 'maxPSS [0-9]+'", Of((50660, 5)).Logging("job exceeded its time")));
        Assert.False(Fires("'codes': [92], 'message': 'maxPSS'", Of((50660, 5), (92, 5)).Logging("job exceeded maxPSS")));
        Assert.False(Fires("'codes': [50660], 'message': 'maxPSS'", Of((50660, 5))));
    }

    [Fact]
    public void Of_logs_a_bounded_part_is_looked_at()
    {
        var far = new string('x', MessagePattern.LongestExcerpt) + "maxPSS";
        string[] many = [.. Enumerable.Repeat("nothing", MessagePattern.MostExcerpts), "maxPSS"];

        Assert.False(Fires("'message': 'maxPSS'", Of((50660, 5)).Logging(far)));
        Assert.False(Fires("'message': 'maxPSS'", Of((50660, 5)).Logging(many)));
        Assert.True(Fires("'message': 'maxPSS'", Of((50660, 5)).Logging(many[1..])));
    }

    [Theory]
    [InlineData("(a+)+b")]
    [InlineData("(a|aa|a*)*c")]
    [InlineData("(.*a){12}x")]
    public void Text_made_to_hang_a_pattern_does_not(string pattern) =>
        Assert.False(Fires($"'message': '{pattern}'", Of((50660, 5)).Logging([.. Enumerable.Repeat(new string('a', 1_000_000), 100)])));

    private static bool Fires(string when, RuleInput input) => Made.Conditions(when).HoldFor(input);
}
