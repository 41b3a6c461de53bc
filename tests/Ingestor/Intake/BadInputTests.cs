using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Intake;

namespace WorkflowRecovery.Ingestor.Tests.Intake;

public sealed class BadInputTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Names => [.. BadInput.All.Select(bad => bad.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Bad_input_is_refused_with_a_sentence_that_names_field_and_value(string name)
    {
        var bad = BadInput.Of(name);

        var reason = Assert.IsType<IntakeResult.Refused>(IntakeParser.Parse(bad.RoutingKey, bad.Body, Now)).Reason;

        Assert.All(bad.Mentions, mention => Assert.Contains(mention, reason, StringComparison.Ordinal));
        Assert.DoesNotContain(reason, char.IsControl);
        Assert.InRange(reason.Length, 10, 1000);
    }

    [Fact]
    public void A_time_may_lie_a_day_ahead_and_no_more()
    {
        var atTheLimit = GoodBody.Bytes(RoutingKeys.SiteStatus, ("effectiveAt", "\"2026-01-02T00:00:00Z\""));
        var beyond = GoodBody.Bytes(RoutingKeys.SiteStatus, ("effectiveAt", "\"2026-01-02T00:00:00.000001Z\""));

        Assert.IsType<IntakeResult.Good>(IntakeParser.Parse(RoutingKeys.SiteStatus, atTheLimit, Now));
        Assert.IsType<IntakeResult.Refused>(IntakeParser.Parse(RoutingKeys.SiteStatus, beyond, Now));
    }

    [Fact]
    public void A_body_of_four_MiB_is_taken()
    {
        var empty = GoodBody.Bytes(RoutingKeys.SiteStatus, ("more", "\"\""));
        var full = GoodBody.Bytes(RoutingKeys.SiteStatus, ("more", $"\"{new string('x', Limits.BodyBytes - empty.Length)}\""));

        Assert.Equal(Limits.BodyBytes, full.Length);
        Assert.IsType<IntakeResult.Good>(IntakeParser.Parse(RoutingKeys.SiteStatus, full, Now));
    }

    [Fact]
    public void A_hundred_thousand_rows_are_taken()
    {
        var rows = $"[{string.Join(',', Enumerable.Repeat("""{"code":1,"site":"T","count":1000000000}""", Limits.ErrorRows))}]";
        var body = GoodBody.Bytes(RoutingKeys.WorkflowAssistance, ("errors", rows));

        var good = Assert.IsType<IntakeResult.Good>(IntakeParser.Parse(RoutingKeys.WorkflowAssistance, body, Now));

        Assert.Equal(Limits.ErrorRows * Limits.Count, Assert.Single(Assert.IsType<WorkflowAssistanceRequested>(good.Message).Errors).Count);
    }
}
