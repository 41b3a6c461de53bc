using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Wr.Recommend;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Recommend;

public sealed class RecommendationDetailsTests
{
    private static readonly CaseEnd Open = new(null, null);

    [Fact]
    public void A_recommendation_is_told_with_why_and_with_what_else_was_weighed()
    {
        var text = Text(Said, Open);

        Assert.Contains("recommended  acdc, memory 20000 MB, cores 8", text);
        Assert.Contains("auto; to run at T1_US_FNAL, T2_CH_CERN", text);
        Assert.Contains("0.87: of 100 cases with this confidence operators order exactly this in about 87", text);
        Assert.Contains("review: it waits for an operator", text);
        Assert.Contains("\n             The policy allows nothing to be automatic.", text);
        Assert.Contains("because      Code 50660 at many sites (+1.50)", text);
        Assert.Contains("instead      clone: 0.05", text);
        Assert.Contains("1 more, each under 0.01", text);
        Assert.Contains("action 3, memory 2", text);
        Assert.DoesNotContain("answered", text);
    }

    [Fact]
    public void What_became_of_it_is_told()
    {
        var at = Tasks.Noon.AddHours(2);

        var text = Text(Said, new(new("approved", null, at), new("ACDC, memory 20000 MB", "ada", at, AgreedPlan: true)));

        Assert.Contains("order        approved at 2019-03-01 14:00:00 UTC", text);
        Assert.Contains("answered     ACDC, memory 20000 MB, by ada at 2019-03-01 14:00:00 UTC, as recommended", text);
    }

    [Theory]
    [InlineData(false, "wr train")]
    [InlineData(true, "Models are active by now, but a new model never revises an old answer.")]
    public void One_that_was_given_before_the_first_training_says_why_it_stays_and_what_to_do(bool hasModels, string said) => Assert.Contains(said, Text(
        Said with { Action = null, MemoryMb = null, Cores = null, Confidence = null, Disposition = "abstained", Models = [], Alternatives = [], Reasons = [] }, Open, hasModels));

    [Fact]
    public void Of_a_blinded_case_nothing_is_told() =>
        Assert.Contains("blinded: the operator decides without hearing from us", Text(Said with { Action = null, MemoryMb = null, Cores = null, Reason = "blinded", Reasons = [], Alternatives = [] }, Open));

    private static string Text(RecoveryRecommended said, CaseEnd end, bool hasModels = true) =>
        string.Join('\n', RecommendationDetails.Of(said, end, hasModels).Lines(width: null));

    private static RecoveryRecommended Said { get; } = new()
    {
        RecommendationId = Guid.NewGuid(),
        Revision = 1,
        EffectKey = Guid.NewGuid(),
        Scope = "task",
        Workflow = "w",
        Task = "/w/t",
        ReportedAt = Tasks.Noon,
        RecommendedAt = Tasks.Noon,
        ExpiresAt = Tasks.Noon.AddDays(1),
        Action = "acdc",
        MemoryMb = 20_000,
        Cores = 8,
        Sites = new() { Mode = "auto", List = [], Resolved = ["T1_US_FNAL", "T2_CH_CERN"] },
        Confidence = 0.87,
        Disposition = "review",
        Alternatives = [new() { Action = "clone", Probability = 0.05 }, new() { Action = "on-hold", Probability = 0.001 }],
        Reasons =
        [
            new() { Feature = "code.50660", Contribution = 1.5, Text = "Code 50660 at many sites" },
            new() { Feature = "policy.automatic", Text = "The policy allows nothing to be automatic." },
        ],
        Rules = [],
        PolicyVersion = "default",
        Models = [new() { Target = "action", Version = 3, Sha256 = "a" }, new() { Target = "memory", Version = 2, Sha256 = "b" }],
    };
}
