namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// Which columns are not the same in all rows. Nothing can be learned of the others, but a model that gave them a weight
/// would be thrown off by the first row in which they are different.
/// </summary>
internal static class VaryingColumns
{
    /// <param name="rows">At least one.</param>
    public static bool[] Of(IReadOnlyList<SparseVector> rows)
    {
        var (uses, first, differs) = (new int[rows[0].Dimension], new float[rows[0].Dimension], new bool[rows[0].Dimension]);
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Indices.Length; at++)
            {
                var column = row.Indices[at];
                if (uses[column]++ == 0)
                    first[column] = row.Values[at];
                else
                    differs[column] |= row.Values[at] != first[column];
            }
        }

        return [.. uses.Select((used, column) => differs[column] || (used > 0 && used < rows.Count))];
    }
}
