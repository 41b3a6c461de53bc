using System.Text;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Ingestor.Tests.Intake;

/// <summary>A body that keeps the contract, one for each routing key, in which single fields can be replaced.</summary>
internal static class GoodBody
{
    public const string Workflow = "pdmvserv_task_HIG-RunIIFall17_180706_002124_986";

    public static readonly Guid Recommendation = new("0b0f9a9c-5d0b-5a0e-8f6e-3d1f0d6b7a11");

    private static readonly Dictionary<string, (string Field, string Json)[]> Required = new()
    {
        [RoutingKeys.WorkflowAssistance] =
        [
            ("workflow", $"\"{Workflow}\""), ("task", $"\"/{Workflow}/Production\""), ("reportedAt", "\"2020-03-01T12:00:00Z\""),
            ("errors", """[{"code":8021,"site":"T2_CH_CERN","count":3}]"""),
        ],
        [RoutingKeys.SiteStatus] = [("site", "\"T2_CH_CERN\""), ("effectiveAt", "\"2020-03-01T12:00:00Z\""), ("readiness", "\"green\"")],
        [RoutingKeys.ActionRecorded] = [("workflow", $"\"{Workflow}\""), ("recordedAt", "\"2020-03-01T13:00:00Z\""), ("action", "\"acdc\"")],
        [RoutingKeys.ActionTaken] =
        [
            ("recommendationId", $"\"{Recommendation}\""), ("revision", "1"), ("workflow", $"\"{Workflow}\""),
            ("takenAt", "\"2020-03-01T14:00:00Z\""), ("result", "\"done\""),
        ],
        [RoutingKeys.ActionOutcome] = [("workflow", $"\"{Workflow}\""), ("task", $"\"/{Workflow}/Production\""), ("reportedAt", "\"2020-03-02T12:00:00Z\"")],
        [RoutingKeys.WorkflowLeft] = [("workflow", $"\"{Workflow}\""), ("leftAt", "\"2020-03-03T12:00:00Z\"")],
    };

    public static IReadOnlyCollection<string> RoutingKeysOfAll => Required.Keys;

    /// <summary>The good body as text.</summary>
    /// <param name="routingKey">Which kind of message.</param>
    /// <param name="changes">Fields to add or replace, as raw JSON; null leaves the field out.</param>
    public static string Text(string routingKey, params (string Field, string? Json)[] changes)
    {
        var fields = Required[routingKey]
            .Select(field => (field.Field, Json: (string?)field.Json))
            .Where(field => !changes.Any(change => change.Field == field.Field))
            .Concat(changes)
            .Where(field => field.Json is not null)
            .Select(field => $"\"{field.Field}\":{field.Json}");
        return $"{{{string.Join(',', fields)}}}";
    }

    /// <summary>The same as bytes.</summary>
    public static byte[] Bytes(string routingKey, params (string Field, string? Json)[] changes) => Encoding.UTF8.GetBytes(Text(routingKey, changes));
}
