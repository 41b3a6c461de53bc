using System.Text.Json;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.EndToEnd.Tests.Inside;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>A case that an operator answered, as the scorer shows it.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="ReportedAt">When it was reported.</param>
/// <param name="Run">The set of models that judged it.</param>
/// <param name="Ordered">The action that was ordered.</param>
/// <param name="Agreed">Whether that was recommended; null when nothing was.</param>
/// <param name="Accepted">Whether the operator accepted what was recommended.</param>
/// <param name="Actions">The probability of each action.</param>
internal sealed record AnsweredCase(string Workflow, DateTimeOffset ReportedAt, Guid Run, RecoveryActionKind Ordered, bool? Agreed, bool Accepted, IReadOnlyList<double> Actions)
{
    public static Task<IReadOnlyList<AnsweredCase>> AllAsync(CommandLine commandLine) => commandLine.ReadAsync(
        """
        select workflow, reported_at, run_id, action, agreed_action, accepted,
               (select jsonb_object_agg(of_action, mass)::text from (
                    select plan ->> 'action' as of_action, sum((plan ->> 'probability')::double precision) as mass
                    from jsonb_array_elements(plans) plan group by 1) masses)
        from scorer.answered_case where run_id is not null
        """,
        row => new AnsweredCase(
            row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetGuid(2), KindOf(row.GetString(3)),
            row.IsDBNull(4) ? null : row.GetBoolean(4), row.GetBoolean(5), ActionsOf(row.GetString(6))));

    private static RecoveryActionKind KindOf(string name) => RecoveryActionNames.TryParse(name, out var kind) ? kind : throw new FormatException(name);

    private static double[] ActionsOf(string masses)
    {
        var ofAction = JsonSerializer.Deserialize<Dictionary<string, double>>(masses)!;
        return [.. Enum.GetValues<RecoveryActionKind>().Select(kind => ofAction.GetValueOrDefault(kind.ToName()))];
    }
}
