using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Conditions;

namespace WorkflowRecovery.Rules.Tests;

/// <summary>Rules with any conditions: an example on which they fire is found from the conditions themselves.</summary>
internal static class Made
{
    public static RuleConditions Conditions(string when) => RuleBook.Parse(Files.Bytes(Rule("any", when))).Rules[0].When;

    public static string Rule(string name, string when, string order = "{'action': 'acdc'}", string state = "decide", int priority = 0)
    {
        var conditions = JsonNode.Parse($"{{{when}}}".Replace('\'', '"'))!.AsObject();
        var code = conditions["codes"]?[0]?.GetValue<int>() ?? (conditions["categories"]?[0]?.GetValue<string>() == "TIME" ? 50664 : 50660);
        var site = Name(conditions["sites"]) ?? Files.Site;
        var firing = new JsonObject
        {
            ["task"] = new JsonObject
            {
                ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["site"] = site, ["count"] = 9 }),
                ["campaign"] = Name(conditions["campaigns"]),
                ["requestType"] = Name(conditions["requestTypes"]),
                ["attempt"] = conditions["attemptAtLeast"]?.GetValue<int>() ?? conditions["attemptAtMost"]?.GetValue<int>(),
                ["logs"] = new JsonArray(Samples.Select(text => new JsonObject { ["code"] = code, ["site"] = site, ["text"] = text }).ToArray<JsonNode>()),
            },
            ["fires"] = true,
            ["orders"] = JsonNode.Parse(order.Replace('\'', '"')),
        };
        return Files.Rule(name, ("when", JsonSerializer.Serialize(conditions)), ("order", order), ("state", $"'{state}'"), ("priority", $"{priority}"), ("examples", $"[{firing.ToJsonString()}, {Files.Never}]"));
    }

    /// <summary>Texts of which each pattern of these tests finds one.</summary>
    private static readonly string[] Samples = ["maxPSS 2000", "aaab", "c", "aaaaaaaaaaaaaax"];

    private static string? Name(JsonNode? names) => names?[0]?.GetValue<string>().TrimEnd('*');
}
