using System.Text;
using System.Text.Json.Nodes;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Reading;

namespace WorkflowRecovery.Rules.Tests;

/// <summary>Files of rules, written as people write them. Single quotes stand for double ones.</summary>
internal static class Files
{
    public const string Site = "T2_US_MIT";
    public const string Always = "{'task': {'errors': [{'code': 50660, 'site': 'T2_US_MIT', 'count': 10}], 'memoryMb': 2000}, 'fires': true, 'orders': {'action': 'acdc'}}";
    public const string Never = "{'task': {'errors': []}, 'fires': false}";

    public static RuleBook Parse(params string[] rules) => RuleBook.Parse(Bytes(rules));

    public static byte[] Bytes(params string[] rules) => Encoding.UTF8.GetBytes($"{{'version': 'test', 'rules': [{string.Join(", ", rules)}]}}".Replace('\'', '"'));

    /// <summary>What is wrong with a file of these rules; empty when nothing is.</summary>
    public static IReadOnlyList<string> ProblemsOf(params string[] rules)
    {
        try
        {
            Parse(rules);
            return [];
        }
        catch (RulesRefusedException refused)
        {
            return refused.Problems;
        }
    }

    /// <summary>A good rule, of which some fields are other ones, new or (null) missing.</summary>
    public static string Rule(string name = "memory", params (string Field, string? Json)[] changes)
    {
        var rule = JsonNode.Parse($$"""
            {'name': '{{name}}', 'state': 'decide', 'owner': 'the team', 'reason': 'a test', 'expires': '2030-01-01',
             'when': {'codes': [50660], 'shareAbove': 0.2}, 'order': {'action': 'acdc'}, 'examples': [{{Always}}, {{Never}}]}
            """.Replace('\'', '"'))!.AsObject();
        foreach (var (field, json) in changes)
        {
            rule.Remove(field);
            if (json is not null)
                rule.Add(field, JsonNode.Parse(json.Replace('\'', '"')));
        }

        return rule.ToJsonString().Replace('"', '\'');
    }
}
