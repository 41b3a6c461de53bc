using WorkflowRecovery.Console.Charts;

namespace WorkflowRecovery.Console.Orders;

/// <summary>What became of the wish to have all orders back that were submitted together.</summary>
/// <param name="Result">The best of what became of each of them, see <see cref="UndoResult"/>.</param>
/// <param name="Text">A sentence for the one who asked.</param>
/// <param name="Left">Those that were sent before: asked for, or not to be had back.</param>
public sealed record GroupUndoAnswer(UndoResult Result, string Text, IReadOnlyList<OrderLeft> Left)
{
    internal static GroupUndoAnswer Of(IReadOnlyList<(IReadOnlyList<OrderRow> Orders, UndoAnswer Answer)> undone)
    {
        var orders = undone.SelectMany(one => one.Orders.Select(order => (Order: order, one.Answer))).ToList();
        // What was taken back before, singly, is taken back as well.
        List<OrderLeft> left = [.. orders.Where(one => one.Order.State != OrderStates.Undone)
            .Select(one => new OrderLeft(one.Order.OrderId, one.Order.Workflow, one.Order.Task, one.Answer.Text))];
        var back = orders.Count - left.Count;
        return new(
            undone.Select(one => one.Answer.Result).DefaultIfEmpty(UndoResult.TooLate).Min(),
            left.Count == 0 && back > 0 ? $"{Wording.Count(back, "order")} taken back; nothing was sent."
                : back > 0 ? $"{Wording.Count(back, "order")} of {orders.Count} taken back before being sent. Not these:"
                : "None was taken back before being sent.",
            left);
    }
}

/// <summary>An order that was sent before it could be taken back.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Workflow">The workflow.</param>
/// <param name="Task">The task.</param>
/// <param name="Text">What becomes of it.</param>
public sealed record OrderLeft(Guid OrderId, string Workflow, string Task, string Text);
