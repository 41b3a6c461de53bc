using System.Text;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Turns a request that nothing speaks against into orders.</summary>
internal static class OrderMaking
{
    /// <summary>One order for each case; those of an action on a workflow are sent together, others each by itself.</summary>
    public static IReadOnlyList<OrderRow> Rows(
        OrderRequest request, IReadOnlyList<OrderableCase> cases, IReadOnlyList<string> unavailable, string by, DateTimeOffset now, DateTimeOffset dueAt)
    {
        var onWorkflow = RequestRules.IsOnWorkflow(request.Ordered.Action);
        var ids = Ids(cases, now);
        var first = ids.Min();
        var ordered = Encoding.UTF8.GetString(WireJson.Write(request.Ordered));
        return
        [
            .. cases.Select((known, index) => new OrderRow
            {
                OrderId = ids[index],
                ApprovalId = onWorkflow ? first : ids[index],
                GroupId = first,
                EventId = known.EventId,
                Workflow = known.Workflow,
                Task = known.Task,
                SeenRevision = known.Revision,
                Scope = onWorkflow ? EffectKey.WorkflowScope : EffectKey.TaskScope,
                Action = request.Ordered.Action,
                Ordered = ordered,
                Recorded = WireJson.Write(OrderMessages.Recorded(onWorkflow ? cases[0] : known, request.Ordered, unavailable, by, now)),
                RecordedAt = now,
                Operator = by,
                State = OrderStates.Pending,
                DueAt = dueAt,
            }),
        ];
    }

    /// <summary>Orders are written in the order of their ids; those follow the cases, so that requests that overlap meet at the same case first.</summary>
    private static IReadOnlyList<Guid> Ids(IReadOnlyList<OrderableCase> cases, DateTimeOffset now)
    {
        var ascending = cases.Select(_ => Guid.CreateVersion7(now)).Order();
        var ids = cases.Select(known => known.EventId).Order().Zip(ascending).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. cases.Select(known => ids[known.EventId])];
    }

    /// <summary>The operator's recorded action of an order.</summary>
    public static OperatorActionRecorded RecordedOf(OrderRow order) => WireJson.Read<OperatorActionRecorded>(order.Recorded);
}
