using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Conditions;

namespace WorkflowRecovery.Rules.Reading;

/// <summary>What is wrong with a rule as it is written, field by field.</summary>
internal static class RuleChecks
{
    private const int LargestMb = 1_000_000;
    private const int MostAttempts = 1000;

    private static readonly string[] Switches = ["enabled", "disabled"];

    public static IEnumerable<string> Of(WrittenRule rule) =>
    [
        .. Field.Text("name", rule.Name),
        .. Field.Word("state", rule.State, RuleStateNames.All),
        .. Field.Text("owner", rule.Owner),
        .. Field.Text("reason", rule.Reason),
        .. Expiry(rule),
        .. Conditions(rule.When),
        .. Order(rule),
        .. Examples(rule),
    ];

    private static IEnumerable<string> Expiry(WrittenRule rule) =>
        rule is { Expires: null, State: "suggest" or "decide" } ? [$"expires is null: a rule in state {rule.State} needs a day"] : [];

    private static IEnumerable<string> Conditions(WrittenConditions when) =>
    [
        .. Field.List("when.codes", when.Codes, (field, code) => code == SiteErrorMatrix.NotReported ? [$"{field} is {code}: lost work is not a failure that counts"] : []),
        .. Field.List("when.categories", when.Categories, (field, word) => Field.Text(field, word).Concat(Field.Word(field, word, ErrorCategoryNames.All))),
        .. Field.List("when.sites", when.Sites, Pattern),
        .. when.ShareAbove is >= 0 and < 1 ? [] : new[] { $"when.shareAbove is {when.ShareAbove}: it must lie from 0 to below 1" },
        .. Message(when.Message),
        .. Field.List("when.campaigns", when.Campaigns, Pattern),
        .. Field.List("when.requestTypes", when.RequestTypes, Field.Text),
        .. Field.List("when.notRequestTypes", when.NotRequestTypes, Field.Text),
        .. when.Until <= when.From ? [$"when.until is {when.Until:yyyy-MM-dd}: it is not after when.from"] : Array.Empty<string>(),
        .. Field.Between("when.attemptAtLeast", when.AttemptAtLeast, 0, MostAttempts),
        .. Field.Between("when.attemptAtMost", when.AttemptAtMost, when.AttemptAtLeast ?? 0, MostAttempts),
    ];

    private static IEnumerable<string> Pattern(string field, string? text) => Field.Text(field, text) is var problems && problems.Any()
        ? problems
        : NamePattern.IsWellFormed(text!) ? [] : [$"{field} is {Field.Shown(text)}: a star may only stand at the end of the beginning of a name"];

    private static IEnumerable<string> Message(string? pattern)
    {
        if (pattern is null)
            return [];
        if (pattern.Length is 0 or > MessagePattern.LongestPattern)
            return [$"when.message has {pattern.Length} characters: it must have 1 to {MessagePattern.LongestPattern}"];

        try
        {
            _ = new MessagePattern(pattern);
            return [];
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return [$"when.message is {Field.Shown(pattern)}: {refused.Message}"];
        }
    }

    private static IEnumerable<string> Order(WrittenRule rule) => (rule.Order, rule.Blocks) switch
    {
        (null, false) => ["order is missing: a rule orders something, or says \"blocks\": true"],
        (not null, true) => ["order is given: a rule that blocks orders nothing"],
        (null, true) => [],
        ({ } order, _) =>
        [
            .. Field.Word("order.action", order.Action, RecoveryActionNames.All),
            .. Field.Between("order.addMemoryMb", order.AddMemoryMb, 1, LargestMb),
            .. Field.List("order.memoryLadderMbPerCore", order.MemoryLadderMbPerCore, (field, step) => Field.Between(field, step, 1, LargestMb)),
            .. Field.Between("order.mostMemoryMbPerCore", order.MostMemoryMbPerCore, 1, LargestMb),
            .. Field.Word("order.splitting", order.Splitting, SplittingNames.All),
            .. Field.Word("order.xrootd", order.Xrootd, Switches),
            .. Parameters(order),
        ],
    };

    private static IEnumerable<string> Parameters(WrittenOrder order)
    {
        if (order is { AddMemoryMb: not null, MemoryLadderMbPerCore: not null })
            yield return "order.addMemoryMb is given beside order.memoryLadderMbPerCore: one of them raises the memory";
        if (order is { AddMemoryMb: null, MemoryLadderMbPerCore: null, MostMemoryMbPerCore: not null })
            yield return "order.mostMemoryMbPerCore is given, but nothing raises the memory";
        if (order.MemoryLadderMbPerCore is { } ladder && ladder.Zip(ladder.Skip(1)).Any(steps => steps.First >= steps.Second))
            yield return "order.memoryLadderMbPerCore does not ascend";
        if (order is not { AddMemoryMb: null, MemoryLadderMbPerCore: null, Splitting: null } && order.Action is not ("acdc" or "recovery" or "clone"))
            yield return $"order.action is {Field.Shown(order.Action)}: it takes neither memory nor splitting";
        if (order.Xrootd is not null && order.Action is not ("acdc" or "recovery"))
            yield return $"order.xrootd is given: {Field.Shown(order.Action)} does not take it";
    }

    private static IEnumerable<string> Examples(WrittenRule rule)
    {
        foreach (var fires in new[] { true, false })
        {
            if (!rule.Examples.Any(example => example?.Fires == fires))
                yield return $"examples hold no task on which the rule {(fires ? "fires" : "does not fire")}";
        }

        foreach (var problem in rule.Examples.SelectMany((example, index) => Example(rule, $"examples[{index}]", example)))
            yield return problem;
    }

    private static IEnumerable<string> Example(WrittenRule rule, string field, WrittenExample? example) => example is null
        ? [$"{field} is null"]
        :
        [
            .. example.Orders is not null && (rule.Blocks || !example.Fires) ? [$"{field}.orders is given, but nothing is ordered there"] : Array.Empty<string>(),
            .. Field.Word($"{field}.orders.action", example.Orders?.Action, RecoveryActionNames.All),
            .. Field.Word($"{field}.orders.xrootd", example.Orders?.Xrootd, Switches),
            .. example.Task.Errors.SelectMany((error, index) => error is null
                ? [$"{field}.task.errors[{index}] is null"]
                : Field.Text($"{field}.task.errors[{index}].site", error.Site).Concat(Field.Between($"{field}.task.errors[{index}].count", error.Count, 0, int.MaxValue))),
            .. (example.Task.Logs ?? []).SelectMany((log, index) => log is null ? [$"{field}.task.logs[{index}] is null"] : Array.Empty<string>()),
        ];
}
