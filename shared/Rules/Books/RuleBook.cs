using WorkflowRecovery.Rules.Conditions;
using WorkflowRecovery.Rules.Reading;

namespace WorkflowRecovery.Rules.Books;

/// <summary>The rules of a file. Immutable; may be asked from several threads.</summary>
/// <param name="Version">What the file calls itself.</param>
/// <param name="Rules">The rules, in the order of the file.</param>
public sealed record RuleBook(string Version, IReadOnlyList<Rule> Rules)
{
    /// <summary>
    /// Reads a file of rules: strict JSON in UTF-8 of which every field is known, every rule well formed, every example as it
    /// says, and no two rules that may order something can fire on one task with different orders and equal priority.
    /// </summary>
    /// <exception cref="RulesRefusedException">It is not so; all that is wrong is said, by rule and field.</exception>
    public static RuleBook Parse(ReadOnlySpan<byte> json) => RuleReader.Read(json);

    /// <summary>The rules that fire on a task, the greatest priority first, then in the order of the file.</summary>
    public IReadOnlyList<FiredRule> FiringOn(RuleInput input) =>
        [.. Rules.Select(rule => rule.On(input)).OfType<FiredRule>().OrderByDescending(fired => fired.Priority)];

    /// <summary>The rules that are off because they have expired by a moment.</summary>
    public IReadOnlyList<Rule> ExpiredAt(DateTimeOffset moment) => [.. Rules.Where(rule => rule.State != RuleState.Off && rule.IsExpiredAt(moment))];

    /// <summary>
    /// Whose word counts among rules that fired on one task: one that blocks if there is any, before all one that decides,
    /// else the first that orders something; null when none of those that may do more than tell says anything.
    /// </summary>
    public static FiredRule? RulingOf(IReadOnlyList<FiredRule> fired)
    {
        ArgumentNullException.ThrowIfNull(fired);
        var counting = fired.Where(rule => rule.Counts).ToList();
        return counting.Find(rule => rule is { Blocks: true, State: RuleState.Decide }) ?? counting.Find(rule => rule.Blocks) ?? counting.Find(rule => rule.Order is not null);
    }
}
