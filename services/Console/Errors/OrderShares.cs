namespace WorkflowRecovery.Console.Errors;

/// <summary>What operators ordered, counted once for each workflow and kind of order.</summary>
internal sealed record OrderCount(string Order, long Workflows);

/// <summary>How often something was ordered about a code, beside how often it is ordered at all.</summary>
/// <param name="Order">What.</param>
/// <param name="Workflows">Workflows with the code for which it was ordered.</param>
/// <param name="Share">Its share of all orders about the code.</param>
/// <param name="ShareOfAll">Its share of all orders: what it would be if the code told nothing.</param>
internal sealed record OrderShare(string Order, long Workflows, double Share, double ShareOfAll)
{
    /// <summary>The commonest first.</summary>
    public static IReadOnlyList<OrderShare> Of(IReadOnlyList<OrderCount> ofCode, IReadOnlyList<OrderCount> ofAll)
    {
        var (sum, sumOfAll) = ((double)ofCode.Sum(order => order.Workflows), (double)ofAll.Sum(order => order.Workflows));
        var all = ofAll.ToDictionary(order => order.Order, order => order.Workflows);
        return [.. ofCode
            .Select(order => new OrderShare(
                order.Order, order.Workflows, order.Workflows / sum, sumOfAll > 0 ? all.GetValueOrDefault(order.Order) / sumOfAll : 0))
            .OrderByDescending(order => order.Workflows).ThenBy(order => order.Order, StringComparer.Ordinal)];
    }
}
