using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Which cases may be answered by one request.</summary>
internal static class RequestRules
{
    public static bool IsOnWorkflow(string action) =>
        RecoveryActionNames.TryParse(action, out var kind) && EffectKey.ScopeOf(kind) == EffectKey.WorkflowScope;

    /// <summary>What speaks against it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">Its cases, as far as they are known.</param>
    /// <param name="open">Of an action on a workflow all cases of that workflow that are open.</param>
    /// <param name="most">The most cases at once.</param>
    public static IEnumerable<Objection> Of(OrderRequest request, IReadOnlyList<OrderableCase> known, IReadOnlyList<OrderableCase> open, int most)
    {
        var workflows = known.Select(one => one.Workflow).Distinct(StringComparer.Ordinal).ToList();
        var onWorkflow = IsOnWorkflow(request.Ordered.Action);
        return
        [
            .. When(request.Cases.Count == 0, "cases", "No case is chosen."),
            .. When(request.Cases.Count > most, "cases", $"More than {most} cases are chosen."),
            .. When(request.Cases.DistinctBy(one => one.EventId).Count() < request.Cases.Count, "cases", "A case is chosen twice."),
            .. When(onWorkflow && workflows.Count > 1, "cases", $"{request.Ordered.Action} acts on a whole workflow and is ordered for one workflow at a time."),
            .. When(!onWorkflow && workflows.Count > 1 && known.Select(one => one.DominantCode).Distinct().Count() > 1,
                "cases", "Workflows are answered together only when most of their failures have the same code."),
            .. When(onWorkflow && !request.Confirmed, "confirmed", $"{request.Ordered.Action} acts on the whole workflow and needs to be confirmed."),
            .. onWorkflow
                ? open.Where(one => request.Cases.All(seen => seen.EventId != one.EventId))
                    .Select(one => new Objection("cases", $"{one.Task} is open as well and was not shown.", one.EventId))
                : [],
        ];
    }

    private static IEnumerable<Objection> When(bool holds, string field, string text) => holds ? [new(field, text)] : [];
}
