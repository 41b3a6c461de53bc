namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>The three ways of holding rows back. Which one was used changes every number, so each split says its name.</summary>
public static class Splits
{
    /// <summary>Name of <see cref="Random"/>.</summary>
    public const string RandomByRecord = "random by record";

    /// <summary>Name of <see cref="ByGroup"/>.</summary>
    public const string ByWorkflow = "by workflow";

    /// <summary>Name of <see cref="ByTimeAndGroup"/>.</summary>
    public const string ByTimeAndWorkflow = "by time and workflow";

    /// <summary>Any row to any side. It leaks: siblings of a tested row are trained on.</summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="shares">Shares of the rows.</param>
    /// <param name="seed">Same seed, same split.</param>
    public static Split Random(int count, SplitShares shares, int seed) =>
        ByGroup([.. Enumerable.Range(0, count)], shares, seed) with { Name = RandomByRecord };

    /// <summary>Whole groups to one side each, drawn at random; the shares are those of rows, as nearly as groups allow.</summary>
    /// <param name="groups">The group of each row, such as its family.</param>
    /// <param name="shares">Shares of the rows.</param>
    /// <param name="seed">Same seed, same split.</param>
    public static Split ByGroup<TGroup>(IReadOnlyList<TGroup> groups, SplitShares shares, int seed)
        where TGroup : notnull
    {
        ArgumentNullException.ThrowIfNull(groups);
        Check(shares);
        var members = Enumerable.Range(0, groups.Count).GroupBy(row => groups[row]).Select(group => group.ToArray()).ToArray();
        new Random(seed).Shuffle(members);
        var (train, calibrate, test) = (new List<int>(), new List<int>(), new List<int>());
        var before = 0.0;
        foreach (var group in members)
        {
            var middle = (before + group.Length / 2.0) / groups.Count;
            var part = middle < shares.Test ? test : middle < shares.Test + shares.Calibrate ? calibrate : train;
            part.AddRange(group);
            before += group.Length;
        }

        return new(ByWorkflow, [.. train.Order()], [.. calibrate.Order()], [.. test.Order()]);
    }

    /// <summary>
    /// The honest split: train on the past, calibrate on what came next, test on the latest. A group that begins before
    /// a border is dropped after it, so that no later part holds a sibling or a later round of what was learned from,
    /// and nothing from the future moves back. Equal times stay on one side.
    /// </summary>
    /// <param name="times">The time of each row, at least one.</param>
    /// <param name="groups">The group of each row, such as its family.</param>
    /// <param name="shares">Shares of the rows in time order, before groups are dropped.</param>
    /// <returns>Row numbers in time order, equal times in the order given.</returns>
    public static Split ByTimeAndGroup<TGroup>(IReadOnlyList<DateTimeOffset> times, IReadOnlyList<TGroup> groups, SplitShares shares)
        where TGroup : notnull
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(groups);
        if (times.Count != groups.Count || times.Count == 0)
            throw new ArgumentException($"{times.Count} times and {groups.Count} groups; a split needs as many, at least one", nameof(groups));

        Check(shares);
        var ordered = Enumerable.Range(0, times.Count).OrderBy(row => times[row]).ToList();
        var first = BorderAt(1 - shares.Calibrate - shares.Test);
        var second = BorderAt(1 - shares.Test);
        var begin = ordered.GroupBy(row => groups[row]).ToDictionary(group => group.Key, group => times[group.First()]);
        return new(
            ByTimeAndWorkflow,
            [.. ordered.Where(row => times[row] < first)],
            [.. ordered.Where(row => times[row] < second && begin[groups[row]] >= first)],
            [.. ordered.Where(row => begin[groups[row]] >= second)])
        { TestBorder = second };

        DateTimeOffset BorderAt(double share) => times[ordered[Math.Clamp((int)(ordered.Count * share), 0, ordered.Count - 1)]];
    }

    private static void Check(SplitShares shares)
    {
        if (!(shares.Calibrate >= 0 && shares.Test >= 0 && shares.Calibrate + shares.Test <= 1))
            throw new ArgumentOutOfRangeException(nameof(shares), shares, "shares are at least 0 and at most 1 together");
    }
}
