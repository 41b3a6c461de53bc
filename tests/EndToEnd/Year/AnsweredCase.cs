using WorkflowRecovery.EndToEnd.Tests.Inside;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>A case that an operator answered, as the scorer shows it.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="ReportedAt">When it was reported.</param>
/// <param name="Run">The set of models that judged it.</param>
/// <param name="IsPlain">Whether an acdc was ordered that changes nothing.</param>
/// <param name="Confidence">Probability of the plan that was recommended; null when none was.</param>
/// <param name="Agreed">Whether that whole plan was ordered; null when none was recommended.</param>
/// <param name="Accepted">Whether the operator accepted what was recommended.</param>
/// <param name="ActionCovered">Whether the action was among those that had not been ruled out then.</param>
/// <param name="PlanCovered">Whether the whole plan was.</param>
internal sealed record AnsweredCase(
    string Workflow, DateTimeOffset ReportedAt, Guid Run, bool IsPlain, double? Confidence, bool? Agreed, bool Accepted, bool ActionCovered, bool PlanCovered)
{
    public static Task<IReadOnlyList<AnsweredCase>> AllAsync(CommandLine commandLine) => commandLine.ReadAsync(
        """
        select a.workflow, a.reported_at, a.run_id,
               a.action = 'acdc' and a.memory = 'none' and a.splitting = 'none' and not (a.xrootd or a.secondary or a.cores), a.confidence, a.agreed_plan, a.accepted, c.in_action_set, c.in_plan_set
        from scorer.answered_case a join scorer.covered_answer c using (event_id)
        """,
        row => new AnsweredCase(
            row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetGuid(2), row.GetBoolean(3), row.IsDBNull(4) ? null : row.GetDouble(4),
            row.IsDBNull(5) ? null : row.GetBoolean(5), row.GetBoolean(6), row.GetBoolean(7), row.GetBoolean(8)));
}
