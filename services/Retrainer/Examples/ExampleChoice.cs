using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Retrainer.Examples;

/// <summary>From answers to examples: one for each event, weighed by how much an operator's own choice is in it.</summary>
internal static class ExampleChoice
{
    /// <summary>Agreeing with what we proposed says less than choosing freely.</summary>
    private const double AcceptedWeight = 0.5;

    /// <summary>
    /// The last action on an event counts. An action on the whole workflow is one decision, so its n tasks weigh 1/n;
    /// tasks of an imported file are such siblings when all of a workflow carry the same action of workflow scope.
    /// Tasks without any cell teach nothing.
    /// </summary>
    public static IReadOnlyList<Example> Choose(IReadOnlyList<Answer> answers)
    {
        var last = answers
            .GroupBy(answer => answer.EventId)
            .Select(group => group.OrderByDescending(answer => answer.RecordedAt).ThenBy(answer => answer.Key).First())
            .ToList();
        var decisions = last.CountBy(Decision).ToDictionary();
        return [.. last
            .Select(answer => Example(answer, (answer.Accepted ? AcceptedWeight : 1.0) / decisions[Decision(answer)]))
            .Where(example => !example.Features.Indices.IsEmpty)
            .OrderBy(example => example.ReportedAt)
            .ThenBy(example => example.Task, StringComparer.Ordinal)];
    }

    /// <summary>What was decided at once: an action on a whole workflow, or on one task.</summary>
    private static string Decision(Answer answer)
    {
        if (answer.WholeWorkflow)
            return answer.Key.ToString();
        return RecoveryTargets.CarriesParameters(KindOf(answer)) ? answer.EventId.ToString() : $"{answer.Workflow} {answer.Action}";
    }

    private static RecoveryActionKind KindOf(Answer answer) =>
        RecoveryActionNames.TryParse(answer.Action, out var kind) ? kind : throw new FormatException($"'{answer.Action}' is not an action");

    private static Example Example(Answer answer, double weight) => new(
        answer.Task,
        answer.Workflow,
        answer.Family,
        answer.ReportedAt,
        answer.Cells is { } cells ? MatrixViews.Tier.Of(MatrixEncoding.Decode(cells)) : SparseVectorBytes.Read(answer.TierView),
        new RecoveryAction(KindOf(answer))
        {
            MemoryMb = answer.MemoryMb,
            Splitting = answer.Splitting,
            Xrootd = answer.Xrootd is null ? null : answer.Xrootd == "enabled",
            Secondary = answer.Secondary is null ? null : answer.Secondary == "enabled",
            Cores = answer.Cores,
        },
        answer.ParametersGiven,
        weight);
}
