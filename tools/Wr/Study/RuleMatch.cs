using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Conditions;

namespace WorkflowRecovery.Wr.Study;

/// <summary>
/// Lets the rules of a book, passive ones too, say what they would have ordered for the later tasks that all approaches are judged
/// on by time and workflow.
/// </summary>
internal static class RuleMatch
{
    /// <summary>One score for each rule that is not off, in the order of the book, then one for each owner of several.</summary>
    public static IReadOnlyList<RuleScore> Of(TaskSet set, RuleBook book)
    {
        var split = StudySplits.Of(SplitKind.Time, set.Tasks, seed: 1);
        List<Case> cases = [.. split.Test
            .Select(row => set.Tasks[row])
            .Where(task => RecoveryTargets.SaysAll(task.Action, task.ParametersGiven))
            .Select(task => new Case(task.Action, book.FiringOn(InputOf(task.Report))))];
        if (cases.Count == 0)
            return [];

        var rules = book.Rules.Where(rule => rule.State != RuleState.Off).ToList();
        var owners = rules.GroupBy(rule => rule.Owner).Where(of => of.Count() > 1);
        return
        [
            .. rules.Select(rule => Score(rule.Name, cases, [rule.Name])),
            .. owners.Select(of => Score($"all of {of.Key}", cases, [.. of.Select(rule => rule.Name)])),
        ];
    }

    /// <summary>Together, one that blocks keeps the others from ordering; else the first that orders something counts.</summary>
    private static RuleScore Score(string name, List<Case> cases, HashSet<string> rules)
    {
        var fired = cases.Select(one => (one.Action, Fired: one.Fired.Where(rule => rules.Contains(rule.Name)).ToList())).Where(one => one.Fired.Count > 0).ToList();
        var ordered = fired
            .Where(one => !one.Fired.Exists(rule => rule.Blocks))
            .Select(one => (one.Action, Order: one.Fired.Find(rule => rule.Order is not null)?.Order))
            .Where(one => one.Order is not null)
            .ToList();
        return new(
            name, cases.Count, fired.Count, ordered.Count,
            ordered.Count(one => PlanOf(one.Order!) == PlanOf(one.Action)),
            ordered.Count(one => PlanOf(one.Action) == (RecoveryActionKind.Acdc, 0, 0)));
    }

    private static (RecoveryActionKind, int, int) PlanOf(RecoveryAction action) => (action.Kind, MemoryBins.Of(action.MemoryMb), SplittingBins.Of(action.Splitting));

    /// <summary>Records tell neither the type of the request nor the rounds before.</summary>
    private static RuleInput InputOf(ReportedTask report) => new()
    {
        Matrix = report.Matrix,
        ReportedAt = report.ReportedAt,
        JudgedAt = report.ReportedAt,
        Campaign = report.Campaign,
        MemoryMb = report.MemoryMb,
        Cores = report.Cores,
        Logs = report.Logs,
    };

    private sealed record Case(RecoveryAction Action, IReadOnlyList<FiredRule> Fired);
}
