using WorkflowRecovery.Rules.Books;

namespace WorkflowRecovery.Rules.Conflicts;

/// <summary>Pairs of rules that could order different things for one task with nothing to say which of them counts.</summary>
internal static class RuleConflicts
{
    public static IEnumerable<string> In(IReadOnlyList<Rule> rules)
    {
        var ordering = rules.Where(rule => rule is { Counts: true, Blocks: false }).ToList();
        for (var at = 0; at < ordering.Count; at++)
        {
            foreach (var other in ordering.Skip(at + 1).Where(other => Clash(ordering[at], other)))
            {
                yield return $"rules '{ordering[at].Name}' and '{other.Name}' can fire on one task and order different things "
                    + $"({ordering[at].Order}; {other.Order}): give one of them another priority, or both conditions that exclude each other";
            }
        }
    }

    private static bool Clash(Rule one, Rule other) =>
        one.Priority == other.Priority && one.Order != other.Order && Overlap.IsPossible(one.When, other.When);
}
