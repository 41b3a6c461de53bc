namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>Counts of jobs in few letters, so that they fit into a cell.</summary>
internal static class CountText
{
    private static readonly string[] Units = ["", "k", "M", "G", "T", "P", "E"];

    /// <summary>Such as <c>7</c>, <c>999</c>, <c>1.2k</c> or <c>34M</c>; rounded down, so that a count never looks like the next unit's.</summary>
    public static string Of(long count)
    {
        var (unit, size) = (0, 1L);
        while (count / size >= 1000)
            (unit, size) = (unit + 1, size * 1000);

        var tenths = count / Math.Max(1, size / 10) % 10;
        var whole = count / size;
        return unit == 0 || whole >= 10 || tenths == 0 ? $"{whole}{Units[unit]}" : $"{whole}.{tenths}{Units[unit]}";
    }
}
