using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Domain.Tests.Policies;

public sealed class PolicyFileTests
{
    [Fact]
    public void Where_nothing_is_said_nothing_is_automatic()
    {
        var policy = PolicyFile.Default;

        Assert.False(policy.Automatic.Allowed);
        Assert.Empty(policy.Automatic.Changes);
        Assert.StartsWith("review-only-3+", policy.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_gives_its_version_alone_is_the_default()
    {
        var policy = Read("""{"version": "mine"}""");

        Assert.Equivalent(PolicyFile.Default with { Version = policy.Version }, policy, strict: true);
    }

    [Fact]
    public void Every_field_is_read()
    {
        var policy = Read("""
            {"version": "v-1.0_a",
             "automatic": {"allowed": true, "changes": ["memory", "xrootd"], "campaigns": ["Run2"], "leastConfidence": 0.97,
                           "earned": {"answers": 50, "agreement": 0.9, "months": 6}, "perHour": {"all": 3, "campaign": 2, "site": 1}},
             "abstainBelow": 0.3, "blindedShare": 0.01, "maxMemoryMbPerCore": 4000}
            """);

        var automatic = policy.Automatic;
        Assert.True(automatic.Allowed);
        Assert.Equal(["memory", "xrootd"], automatic.Changes);
        Assert.Equal(["Run2"], automatic.Campaigns!);
        Assert.Equal((0.97, 50, 0.9, 6), (automatic.LeastConfidence, automatic.EarnedAnswers, automatic.EarnedAgreement, automatic.EarnedMonths));
        Assert.Equal((3, 2, 1), (automatic.PerHour, automatic.PerHourAndCampaign, automatic.PerHourAndSite));
        Assert.Equal((0.3, 0.01, 4000), (policy.AbstainBelow, policy.BlindedShare, policy.MaxMemoryMbPerCore));
    }

    [Fact]
    public void Answers_count_to_the_active_models_or_from_the_first_day_of_a_month()
    {
        var automatic = PolicyFile.Default.Automatic;
        var now = new DateTimeOffset(2019, 8, 31, 23, 30, 0, TimeSpan.FromHours(-2));

        Assert.Null(automatic.EarnedSince(now));
        Assert.Equal(new DateTimeOffset(2019, 3, 1, 0, 0, 0, TimeSpan.Zero), (automatic with { EarnedMonths = 6 }).EarnedSince(now));
    }

    [Fact]
    public void The_version_tells_files_of_one_name_but_other_content_apart()
    {
        var (one, other) = (Read("""{"version": "v"}"""), Read("""{"version": "v", "abstainBelow": 0.3}"""));

        Assert.Matches("^v[+][0-9a-f]{8}$", one.Version);
        Assert.NotEqual(one.Version, other.Version);
        Assert.Equal(one.Version, Read("""{"version": "v"}""").Version);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "must be an object")]
    [InlineData("{}", "version is missing")]
    [InlineData("""{"version": "v", "version": "w"}""", "not JSON")]
    [InlineData("""{"version": "v",}""", "not JSON")]
    [InlineData("""{"version": "\ud800"}""", "not JSON")]
    [InlineData("""{"version": "v", "\ud800": 1}""", "not JSON")]
    [InlineData("""{"version": "a b"}""", "version is \"a b\"")]
    [InlineData("""{"version": ""}""", "1 to 40 letters")]
    [InlineData("""{"version": 1}""", "version is 1")]
    [InlineData("""{"version": "v", "Automatic": {}}""", "Automatic is not a field")]
    [InlineData("""{"version": "v", "automatic": true}""", "automatic must be an object")]
    [InlineData("""{"version": "v", "automatic": {"allowed": "yes"}}""", "automatic.allowed is \"yes\", it must be true or false")]
    [InlineData("""{"version": "v", "automatic": {"allowed": null}}""", "automatic.allowed is null")]
    [InlineData("""{"version": "v", "automatic": {"changes": ["action"]}}""", "words of: memory, splitting, xrootd, secondary, cores")]
    [InlineData("""{"version": "v", "automatic": {"changes": ["memory", "memory"]}}""", "automatic.changes")]
    [InlineData("""{"version": "v", "automatic": {"campaigns": [""]}}""", "automatic.campaigns")]
    [InlineData("""{"version": "v", "automatic": {"leastConfidence": 0.89}}""", "from 0.9 to 1")]
    [InlineData("""{"version": "v", "automatic": {"earned": {"answers": 19}}}""", "automatic.earned.answers is 19")]
    [InlineData("""{"version": "v", "automatic": {"earned": {"agreement": 1.1}}}""", "from 0.8 to 1")]
    [InlineData("""{"version": "v", "automatic": {"earned": {"months": 0}}}""", "automatic.earned.months is 0")]
    [InlineData("""{"version": "v", "automatic": {"allowed": true}, "blindedShare": 0}""", "blindedShare must be at least 0.01")]
    [InlineData("""{"version": "v", "automatic": {"perHour": {"all": -1}}}""", "automatic.perHour.all is -1")]
    [InlineData("""{"version": "v", "automatic": {"perHour": {"site": 1.5}}}""", "whole number")]
    [InlineData("""{"version": "v", "automatic": {"perHour": {"day": 1}}}""", "automatic.perHour.day is not a field")]
    [InlineData("""{"version": "v", "maxMemoryMbPerCore": "many"}""", "maxMemoryMbPerCore is \"many\"")]
    public void What_cannot_be_obeyed_is_refused_with_the_field_and_the_reason(string json, string problem)
    {
        var (policy, problems) = PolicyFile.Read(json);

        Assert.Null(policy);
        Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Assert.Equal(3, PolicyFile.Read("""{"abstainBelow": 2, "unknown": 1}""").Problems.Count);

    private static RecoveryPolicy Read(string json)
    {
        var (policy, problems) = PolicyFile.Read(json);
        Assert.Empty(problems);
        return policy!;
    }
}
