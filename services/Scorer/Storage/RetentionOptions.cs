using System.ComponentModel.DataAnnotations;
using WorkflowRecovery.ServiceDefaults.Sweeping;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Section <c>Retention</c>: how long is kept what only matters for a while.</summary>
internal sealed class RetentionOptions
{
    /// <summary>Days that it is kept which code was seen at which site; cones look at hours of it.</summary>
    [Range(2, 3650)]
    public int SeenErrorDays { get; set; } = 30;

    /// <summary>Days that it is kept what was taken out of which budget.</summary>
    [Range(2, 3650)]
    public int BudgetDays { get; set; } = 90;

    /// <summary>Days that judgements of models are kept which are no longer in shadow; not below what the tables' owner keeps in any case.</summary>
    [Range(30, 3650)]
    public int ShadowDays { get; set; } = 180;

    /// <summary>Days that a matrix is kept which waited behind an order and never will be judged; while it still may be it stays.</summary>
    [Range(2, 3650)]
    public int WaitingMatrixDays { get; set; } = 30;

    public IReadOnlyList<OldRows> Tables =>
    [
        OldRows.BehindNewest("scorer.seen_error", "reported_at", TimeSpan.FromDays(SeenErrorDays)),
        OldRows.BehindNewest("scorer.budget_use", "window_start", TimeSpan.FromDays(BudgetDays)),
        new("scorer.waiting_matrix", TimeSpan.FromDays(WaitingMatrixDays), $$"""
            with gone as (delete from scorer.waiting_matrix where event_id = any(array(
                select w.event_id from scorer.waiting_matrix w join scorer.recovery_case c using (event_id)
                where w.came_at < {0} and not ({{WaitingMatrices.StillWaits}}) limit {1})) returning 1)
            select count(*)::int as "Value" from gone
            """),
        new("scorer.shadow_judgement", TimeSpan.FromDays(ShadowDays), """
            select scorer.forget_shadow({0}, {1}, array(select run_id from retrainer.shadow_model)) as "Value"
            """),
    ];
}
