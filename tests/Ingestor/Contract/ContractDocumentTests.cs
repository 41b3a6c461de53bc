using System.Text.Json.Nodes;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Contract;
using WorkflowRecovery.Ingestor.Tests.Intake;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Ingestor.Tests.Contract;

public sealed class ContractDocumentTests
{
    private static readonly JsonNode Document = JsonNode.Parse(ContractDocument.Text)!;

    public static TheoryData<string> RoutingKeysOfAll => [.. GoodBody.RoutingKeysOfAll];

    [Fact]
    public void The_committed_document_is_the_one_that_the_message_types_make()
    {
        var committed = File.ReadAllText(Path.Combine(Checkout.Root(), "docs", "asyncapi.json"));

        Assert.True(
            committed == ContractDocument.Text,
            "The contract with the outside has changed. If that was meant, write it down: dotnet run --project services/Ingestor asyncapi > docs/asyncapi.json");
    }

    [Theory]
    [MemberData(nameof(RoutingKeysOfAll))]
    public void Every_field_is_required_in_the_document_exactly_where_the_parser_requires_it(string routingKey)
    {
        var required = JsonNode.Parse(GoodBody.Text(routingKey))!.AsObject().Select(field => field.Key).Except(["readiness"]);

        Assert.Equal(required.Order(), Payload(routingKey)["required"]!.AsArray().Select(field => (string)field!).Order());
    }

    [Fact]
    public void Every_field_of_a_recommendation_is_always_there()
    {
        var payload = Document["components"]!["messages"]![nameof(RecoveryRecommended)]!["payload"]!;

        Assert.Equal(
            payload["properties"]!.AsObject().Select(field => field.Key),
            payload["required"]!.AsArray().Select(field => (string)field!));
    }

    [Fact]
    public void Every_reference_leads_somewhere() =>
        Assert.All(References(Document), reference => Assert.NotNull(reference[2..].Split('/').Aggregate(Document, (node, step) => node?[step]!)));

    [Fact]
    public void Every_field_says_what_it_is() =>
        Assert.All(Objects(Document["components"]!).Where(node => node["properties"] is JsonObject && node["description"] is not null), node =>
            Assert.All(node["properties"]!.AsObject(), field => Assert.NotEmpty((string)field.Value!["description"]!)));

    [Fact]
    public void Closed_choices_and_limits_are_told()
    {
        var row = Payload(RoutingKeys.WorkflowAssistance)["properties"]!["errors"]!;

        Assert.Equal(Limits.ErrorRows, (int)row["maxItems"]!);
        Assert.Equal(Limits.Count, (long)row["items"]!["properties"]!["count"]!["maximum"]!);
        Assert.Equal(["green", "yellow", "red", "none", null], row["items"]!["properties"]!["readiness"]!["enum"]!.AsArray().Select(word => (string?)word));
    }

    private static JsonNode Payload(string routingKey)
    {
        var channel = Document["channels"]!.AsObject().Single(channel => (string?)channel.Value!["address"] == routingKey);
        return Document["components"]!["messages"]![channel.Key]!["payload"]!;
    }

    private static IEnumerable<string> References(JsonNode node) => Objects(node).Select(child => (string?)child["$ref"]).OfType<string>();

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(field => Objects(field.Value)).Prepend(item),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
