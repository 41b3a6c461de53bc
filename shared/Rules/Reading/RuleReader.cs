using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Conflicts;

namespace WorkflowRecovery.Rules.Reading;

/// <summary>From the bytes of a file to a book, or to all that is wrong with it.</summary>
internal static class RuleReader
{
    private const int MostBytes = 1024 * 1024;
    private const int MostRules = 500;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 32,
    };

    public static RuleBook Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MostBytes)
            throw new RulesRefusedException([$"the file has {json.Length} bytes, more than {MostBytes}"]);

        var file = Deserialize(json);
        Refuse(Problems(file));
        IReadOnlyList<Rule> rules = [.. file.Rules.Select(written => RuleMaking.Of(written!))];
        Refuse([.. rules.SelectMany(Failing), .. RuleConflicts.In(rules)]);
        return new(file.Version, rules);
    }

    private static RuleFile Deserialize(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<RuleFile>(json, Strict) ?? throw new RulesRefusedException(["the file holds null"]);
        }
        catch (JsonException unreadable)
        {
            throw new RulesRefusedException([UnreadableRules.Explain(unreadable, json)]);
        }
    }

    private static IReadOnlyList<string> Problems(RuleFile file) =>
    [
        .. Field.Text("version", file.Version),
        .. file.Rules.Count > MostRules ? [$"rules has {file.Rules.Count} rules, more than {MostRules}"] : Array.Empty<string>(),
        .. file.Rules.OfType<WrittenRule>().GroupBy(rule => rule.Name).Where(same => same.Count() > 1).Select(same => $"rule '{same.Key}' is there {same.Count()} times"),
        .. file.Rules.SelectMany((rule, index) => rule is null ? [$"rules[{index}] is null"] : RuleChecks.Of(rule).Select(problem => $"rule '{rule.Name}': {problem}")),
    ];

    private static IEnumerable<string> Failing(Rule rule) => rule.Examples
        .Select((example, index) => (index, Problem: example.Fails(rule)))
        .Where(tried => tried.Problem is not null)
        .Select(tried => $"rule '{rule.Name}': examples[{tried.index}]: the rule {tried.Problem}");

    private static void Refuse(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
            throw new RulesRefusedException(problems);
    }
}
