using WorkflowRecovery.Scorer.Feedback;
using WorkflowRecovery.Scorer.Tests.Scoring;

namespace WorkflowRecovery.Scorer.Tests.Feedback;

public sealed class AnsweringTests
{
    [Theory]
    [InlineData("acdc", null, null, false, false)]
    [InlineData("acdc", 25_000, null, true, true)]
    [InlineData("acdc", 25_000, "enabled", true, false)]
    [InlineData("clone", 25_000, null, false, false)]
    public void An_order_agrees_in_action_in_what_the_confidence_is_about_and_as_a_whole(
        string action, int? memoryMb, string? xrootd, bool order, bool whole)
    {
        var answer = Answering.Of(Ordered(action, memoryMb, xrootd: xrootd), Given.Row(Given.Said("acdc", 20_000)));

        Assert.Equal((action == "acdc", order, whole), (answer.AgreedAction, answer.AgreedOrder, answer.AgreedPlan));
    }

    [Fact]
    public void Where_nothing_was_recommended_there_is_nothing_to_agree_with_but_the_plans_had_a_probability()
    {
        var answer = Answering.Of(Ordered("acdc"), Given.Row(Given.Said(action: null)));

        Assert.Equal((null, null, null, null), (answer.AgreedAction, answer.AgreedOrder, answer.AgreedPlan, answer.RecommendedAction));
        Assert.Equal(0.6, answer.Probability);
    }

    [Theory]
    [InlineData("acdc", null, 0.6, 0.0)]
    [InlineData("acdc", 30_000, 0.3, 0.6)]
    [InlineData("on-hold", null, 0.0, 1.0)]
    public void The_plans_gave_the_order_some_probability_and_others_more(string action, int? memoryMb, double own, double likelier)
    {
        var answer = Answering.Of(Ordered(action, memoryMb), Given.Row(Given.Said("acdc")));

        Assert.Equal(own, answer.Probability!.Value, 9);
        Assert.Equal(likelier, answer.Likelier!.Value, 9);
    }

    [Fact]
    public void A_blinded_case_is_held_against_what_was_hidden_and_its_answer_is_free_even_when_it_is_the_same()
    {
        var answer = Answering.Of(Ordered("acdc", 20_000, recommendationId: Given.EventId), Given.Row(Given.Said("acdc", 20_000), blinded: true));

        Assert.Equal((true, true, false, 0.6), (answer.AgreedPlan, answer.Blinded, answer.Accepted, answer.Confidence));
        Assert.Equal(0.3, answer.Probability);
    }

    [Theory]
    [InlineData(20_000, true, true)]
    [InlineData(20_000, false, false)]
    [InlineData(25_000, true, false)]
    public void An_order_is_accepted_when_it_answers_the_recommendation_with_exactly_that(int memoryMb, bool named, bool accepted)
    {
        var answer = Answering.Of(Ordered("acdc", memoryMb, recommendationId: named ? Given.EventId : null), Given.Row(Given.Said("acdc", 20_000)));

        Assert.Equal(accepted, answer.Accepted);
    }

    [Theory]
    [InlineData("acdc", 25_000, null, true, true)]
    [InlineData("acdc", 25_000, "enabled", true, false)]
    [InlineData("acdc", null, null, true, false)]
    [InlineData("clone", null, "enabled", false, true)]
    [InlineData("clone", 25_000, null, false, false)]
    [InlineData("by-pass", null, "enabled", true, true)]
    public void An_order_is_held_against_the_actions_and_whole_plans_that_could_not_be_ruled_out(string action, int? memoryMb, string? xrootd, bool inActions, bool inPlans)
    {
        const string plans =
            """
            [{"action":"acdc","memory":"ge20","splitting":"none","xrootd":false,"secondary":false,"coresChanged":false,"probability":0.3},
             {"action":"clone","memory":"none","splitting":"none","xrootd":false,"secondary":false,"coresChanged":false,"probability":0.2},
             {"action":"by-pass","memory":"none","splitting":"none","xrootd":false,"secondary":false,"coresChanged":false,"probability":0.1}]
            """;

        var answer = Answering.Of(Ordered(action, memoryMb, xrootd: xrootd), Given.Row(Given.Said("acdc"), actions: ["acdc", "by-pass"], planSet: plans));

        Assert.Equal((inActions, inPlans, 3), (answer.InActionSet, answer.InPlanSet, answer.PlansInSet));
    }

    [Fact]
    public void Where_nothing_was_ruled_out_everything_is_covered_and_where_nothing_was_measured_nothing_is_known()
    {
        var all = Answering.Of(Ordered("clone"), Given.Row(Given.Said("acdc"), actions: ["acdc", "clone"]));
        var unknown = Answering.Of(Ordered("clone"), Given.Row(Given.Said("acdc")));

        Assert.Equal((true, true, null), (all.InActionSet, all.InPlanSet, all.PlansInSet));
        Assert.Equal((null, null, null), (unknown.InActionSet, unknown.InPlanSet, unknown.PlansInSet));
    }

    [Theory]
    [InlineData(20_000, true, false, true)]
    [InlineData(25_000, true, false, true)]
    [InlineData(20_000, false, false, false)]
    [InlineData(20_000, true, true, false)]
    public void An_order_is_prompted_when_it_answers_a_recommendation_that_was_seen_the_same_or_not(int memoryMb, bool named, bool blinded, bool prompted)
    {
        var answer = Answering.Of(Ordered("acdc", memoryMb, recommendationId: named ? Given.EventId : null), Given.Row(Given.Said("acdc", 20_000), blinded));

        Assert.Equal(prompted, answer.Prompted);
    }

    [Fact]
    public void The_answer_knows_category_cell_training_and_the_version_of_the_action_model()
    {
        var answer = Answering.Of(Ordered("acdc"), Given.Row(Given.Said("acdc")));

        Assert.Equal(("memory", "cell", Given.EventId, 3), (answer.Category, answer.Cell, answer.RunId, answer.ModelVersion));
    }

    private static AnsweringAction Ordered(string action, int? memoryMb = null, string? xrootd = null, Guid? recommendationId = null) => new()
    {
        EventId = Given.EventId,
        Key = Guid.NewGuid(),
        RecordedAt = Tasks.ReportedAt.AddHours(1),
        Action = action,
        MemoryMb = memoryMb,
        Xrootd = xrootd,
        RecommendationId = recommendationId,
        Revision = 1,
    };
}
