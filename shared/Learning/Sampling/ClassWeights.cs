namespace WorkflowRecovery.Learning.Sampling;

/// <summary>How much a row of each class counts, so that rare classes are not drowned. A class without rows weighs 0.</summary>
public static class ClassWeights
{
    /// <summary>Rows of the rarest class that occurs count 1 and others as much less as they are more: fewest / rows of the class.</summary>
    /// <param name="classes">The class of each row.</param>
    /// <param name="count">Number of classes.</param>
    public static double[] ByRarest(IReadOnlyList<int> classes, int count)
    {
        var rows = CountsOf(classes, count);
        var fewest = rows.Where(of => of > 0).DefaultIfEmpty(0).Min();
        return Array.ConvertAll(rows, of => of == 0 ? 0 : (double)fewest / of);
    }

    /// <summary>Each class that occurs counts the same in sum, and rows count 1 on the average: rows / (classes that occur x rows of the class).</summary>
    /// <param name="classes">The class of each row.</param>
    /// <param name="count">Number of classes.</param>
    public static double[] Balanced(IReadOnlyList<int> classes, int count)
    {
        var rows = CountsOf(classes, count);
        var occurring = rows.Count(of => of > 0);
        return Array.ConvertAll(rows, of => of == 0 ? 0 : (double)classes.Count / (occurring * of));
    }

    /// <summary>The weight of each row.</summary>
    /// <param name="weights">Per class.</param>
    /// <param name="classes">The class of each row.</param>
    public static double[] OfRows(IReadOnlyList<double> weights, IReadOnlyList<int> classes) => [.. classes.Select(@class => weights[@class])];

    internal static int[] CountsOf(IReadOnlyList<int> classes, int count)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var rows = new int[count];
        foreach (var @class in classes)
            rows[@class]++;

        return rows;
    }

    /// <summary>Per class how many rows it lacks until it has this share of the commonest class's.</summary>
    internal static int[] MissingOf(IReadOnlyList<int> classes, int count, double ratio)
    {
        if (ratio is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "a ratio is above 0 and at most 1");

        var rows = CountsOf(classes, count);
        var wanted = (int)Math.Round(ratio * rows.Max());
        return Array.ConvertAll(rows, of => of == 0 ? 0 : Math.Max(0, wanted - of));
    }
}
