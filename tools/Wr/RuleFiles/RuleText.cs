using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Display;
using Rule = WorkflowRecovery.Rules.Books.Rule;

namespace WorkflowRecovery.Wr.RuleFiles;

/// <summary>Rules in words. A book was only made when all examples passed.</summary>
internal static class RuleText
{
    public static Listing Listing(RuleBook book, DateTimeOffset now)
    {
        var listing = new Listing("rule", "state", "priority", "orders", "owner", "expires", "examples", "when");
        foreach (var rule in book.Rules)
            listing.Add(Cells(rule, now));
        return listing;
    }

    public static string Checked(RuleBook book, DateTimeOffset now)
    {
        var expired = book.ExpiredAt(now);
        var states = string.Join(", ", RuleStateNames.All.Select((name, state) => $"{book.Rules.Count(rule => rule.State == (RuleState)state)} {name}"));
        return SafeText.Of($"Version {book.Version} can be used: {book.Rules.Count} rules ({states}), all of their {book.Rules.Sum(rule => rule.Examples.Count)} examples passed.")
            + (expired.Count > 0 ? SafeText.Of($" Expired and therefore off: {string.Join(", ", expired.Select(rule => rule.Name))}.") : "");
    }

    private static string[] Cells(Rule rule, DateTimeOffset now) =>
    [
        rule.Name,
        rule.State != RuleState.Off && rule.IsExpiredAt(now) ? "off (expired)" : rule.State.ToName(),
        $"{rule.Priority}",
        rule.Order is { } order ? $"{order}" : "nothing: it blocks",
        rule.Owner,
        rule.Expires is { } day ? $"{day:yyyy-MM-dd}" : "never",
        $"{rule.Examples.Count} passed",
        $"{rule.When}",
    ];
}
