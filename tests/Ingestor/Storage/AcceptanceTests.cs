using System.Text;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Intake;
using WorkflowRecovery.Ingestor.Storage;
using WorkflowRecovery.Ingestor.Tests.Intake;

namespace WorkflowRecovery.Ingestor.Tests.Storage;

public sealed class AcceptanceTests
{
    [Theory]
    [InlineData(RoutingKeys.SiteStatus, "site", "\"T1_US_FNAL\"")]
    [InlineData(RoutingKeys.SiteStatus, "effectiveAt", "\"2020-03-01T12:00:00.000001Z\"")]
    [InlineData(RoutingKeys.SiteStatus, "source", "\"status board\"")]
    [InlineData(RoutingKeys.ActionRecorded, "workflow", "\"other\"")]
    [InlineData(RoutingKeys.ActionRecorded, "task", $"\"/{GoodBody.Workflow}/Production\"")]
    [InlineData(RoutingKeys.ActionRecorded, "recordedAt", "\"2020-03-01\"")]
    [InlineData(RoutingKeys.ActionTaken, "recommendationId", "\"00000000-0000-0000-0000-000000000001\"")]
    [InlineData(RoutingKeys.ActionTaken, "revision", "2")]
    [InlineData(RoutingKeys.ActionTaken, "result", "\"claimed\"")]
    [InlineData(RoutingKeys.ActionOutcome, "reportedAt", "\"2020-03-01\"")]
    [InlineData(RoutingKeys.ActionOutcome, "attempt", "1")]
    [InlineData(RoutingKeys.ActionOutcome, "task", $"\"/{GoodBody.Workflow}/Merge\"")]
    [InlineData(RoutingKeys.WorkflowLeft, "workflow", "\"other\"")]
    [InlineData(RoutingKeys.WorkflowLeft, "leftAt", "\"2020-03-01\"")]
    public void A_field_of_the_key_makes_another_message(string routingKey, string field, string json) =>
        Assert.NotEqual(Key(routingKey), Key(routingKey, (field, json)));

    [Theory]
    [InlineData(RoutingKeys.SiteStatus, "readiness", "\"red\"")]
    [InlineData(RoutingKeys.ActionRecorded, "action", "\"clone\"")]
    [InlineData(RoutingKeys.ActionTaken, "takenAt", "\"2020-03-02\"")]
    [InlineData(RoutingKeys.ActionOutcome, "recoveredJobs", "5")]
    [InlineData(RoutingKeys.WorkflowLeft, "status", "\"closed-out\"")]
    public void Any_other_field_leaves_the_key_as_it_is(string routingKey, string field, string json) =>
        Assert.Equal(Key(routingKey), Key(routingKey, (field, json)));

    [Fact]
    public void A_time_with_another_offset_is_the_same_key() =>
        Assert.Equal(Key(RoutingKeys.WorkflowLeft), Key(RoutingKeys.WorkflowLeft, ("leftAt", "\"2020-03-03T14:00:00+02:00\"")));

    private static Guid Key(string routingKey, params (string, string?)[] changes)
    {
        var body = Encoding.UTF8.GetBytes(GoodBody.Text(routingKey, changes));
        return Acceptance.Of(Assert.IsType<IntakeResult.Good>(IntakeParser.Parse(routingKey, body, DateTimeOffset.UtcNow)).Message).Key;
    }
}
