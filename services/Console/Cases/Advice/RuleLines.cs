using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Conditions;

namespace WorkflowRecovery.Console.Cases.Advice;

/// <summary>A rule beside a case.</summary>
/// <param name="Name">With its state.</param>
/// <param name="Text">What it says.</param>
/// <param name="Took">It took part in what is recommended; else it would fire if it were asked.</param>
public sealed record RuleLine(string Name, string Text, bool Took);

/// <summary>Which rules fired on a case, and which others of the book would.</summary>
internal static class RuleLines
{
    public static IReadOnlyList<RuleLine> Of(RuleBook book, TaskCase task, RecoveryRecommended said, DateTimeOffset now)
    {
        var input = InputOf(task, now);
        // Rules that are off are asked as if they were on: what they would say is worth knowing before anybody switches them on.
        var sayings = book.Rules
            .Select(rule => (rule, On: (rule with { State = RuleState.Passive }).On(input)))
            .ToList();
        var took = said.Rules.Select(label => new RuleLine(label, sayings.Find(saying => IsOf(label, saying.rule.Name)).On?.Why ?? "It fired when the case was judged.", Took: true));
        var would = sayings
            .Where(saying => saying.On is not null && !said.Rules.Any(label => IsOf(label, saying.rule.Name)))
            .Select(saying => new RuleLine($"{saying.rule.Name} ({saying.rule.State.ToName()})", saying.On!.Why, Took: false));
        return [.. took, .. would];
    }

    private static bool IsOf(string label, string rule) => label == rule || label.StartsWith($"{rule} (", StringComparison.Ordinal);

    /// <summary>What the scorer would ask the rules with: of the logs it gets but excerpts.</summary>
    private static RuleInput InputOf(TaskCase task, DateTimeOffset now) => new()
    {
        Matrix = task.Matrix,
        ReportedAt = task.Round.ReportedAt,
        JudgedAt = now,
        Campaign = task.Reported.Campaign ?? WorkflowName.Parse(task.Round.Workflow).Campaign,
        RequestType = task.Reported.RequestType,
        MemoryMb = task.Reported.MemoryMb,
        Cores = task.Reported.Cores,
        Attempt = task.Reported.Attempt,
        Logs = [.. (LogExcerpts.Of(task.Reported.Logs) ?? []).Select(log => new TaskLog(log.Code, log.Site, log.Text))],
    };
}
