using System.Collections.Immutable;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// An order of the rows of <see cref="CodeRows"/>, for pictures. A convolution only sees neighbours together, so the
/// order matters. One learned from examples has to be kept with the model that was trained on it.
/// </summary>
public sealed class CodeSorting
{
    /// <summary>Names an order.</summary>
    /// <param name="name">Short, e.g. <c>category</c>.</param>
    /// <param name="order">Every row of <see cref="CodeRows"/> once, the top one first.</param>
    /// <exception cref="ArgumentException">A row is missing, or comes twice, or does not exist.</exception>
    public CodeSorting(string name, IEnumerable<int> order)
    {
        (Name, Order) = (name, [.. order]);
        if (!Order.Order().SequenceEqual(Enumerable.Range(0, CodeRows.Count)))
            throw new ArgumentException($"a sorting holds each of the rows 0..{CodeRows.Count - 1} once", nameof(order));

        var placeOf = new int[CodeRows.Count];
        foreach (var (place, row) in Order.Index())
            placeOf[row] = place;

        PlaceOf = [.. placeOf];
    }

    /// <summary>The order's name.</summary>
    public string Name { get; }

    /// <summary>The row at each place.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>The place of each row: the inverse of <see cref="Order"/>.</summary>
    public ImmutableArray<int> PlaceOf { get; }

    /// <summary>Codes rising, then the buckets of the categories.</summary>
    public static CodeSorting ByNumber { get; } = new("number", Enumerable.Range(0, CodeRows.Count));

    /// <summary>Category by category, in each the codes rising and then its bucket.</summary>
    public static CodeSorting ByCategory { get; } =
        new("category", Enumerable.Range(0, CodeRows.Count).OrderBy(CodeRows.CategoryOf).ThenBy(row => row));

    /// <summary>Any order, drawn with a seed; named <c>shuffled-7</c> for seed 7.</summary>
    public static CodeSorting Shuffled(int seed)
    {
        var order = Enumerable.Range(0, CodeRows.Count).ToArray();
        new Random(seed).Shuffle(order);
        return new($"shuffled-{seed}", order);
    }

    /// <summary>
    /// By how much more often a code comes among other actions than among plain acdc, the largest lift first. A code's
    /// lift is drawn towards 1 as if two more tasks of either side had it at its overall rate; a code never seen has 1.
    /// </summary>
    /// <param name="past">Tasks to learn from; those whose parameters are not known are passed over.</param>
    public static CodeSorting ByLift(IEnumerable<RecordedTask> past) => Sorted("lift", CodeUse.Of(past), use => use.Lift);

    /// <summary>
    /// By relevance for plain acdc: how much it tells about the action that the code is there (the mutual information of
    /// "the task has the code" and "the order was plain acdc", in nats), counted negative when the code speaks against
    /// acdc. So codes that speak for acdc are at the top, those against it at the bottom, the rare and the indifferent
    /// ones between.
    /// </summary>
    /// <param name="past">Tasks to learn from; those whose parameters are not known are passed over.</param>
    public static CodeSorting ByRelevance(IEnumerable<RecordedTask> past) => Sorted("relevance", CodeUse.Of(past), use => use.Relevance);

    private static CodeSorting Sorted(string name, IReadOnlyList<CodeUse> uses, Func<CodeUse, double> keyOf) =>
        new(name, Enumerable.Range(0, CodeRows.Count).OrderByDescending(row => keyOf(uses[row])).ThenBy(row => row));
}
