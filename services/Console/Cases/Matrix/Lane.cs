namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>A row or a column of the picture with its place in pixels.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="GroupName">The name of its group where it is the first of it, else null.</param>
/// <param name="GroupLength">How long the group is, in pixels; 0 where it is not the first.</param>
internal readonly record struct Lane(int Start, string? GroupName, int GroupLength)
{
    private const int Gap = 10;

    /// <summary>Places lanes one after the other, with a gap between groups.</summary>
    /// <param name="groups">The group of each, equal ones together.</param>
    /// <param name="size">How wide or high each is.</param>
    public static IReadOnlyList<Lane> Place(IReadOnlyList<string> groups, int size)
    {
        var lanes = new List<Lane>();
        var start = 0;
        for (var at = 0; at < groups.Count; at++)
        {
            var isFirst = at == 0 || groups[at] != groups[at - 1];
            start += isFirst && at > 0 ? Gap : 0;
            lanes.Add(new(start, isFirst ? groups[at] : null, isFirst ? size * groups.Skip(at).TakeWhile(group => group == groups[at]).Count() : 0));
            start += size;
        }

        return lanes;
    }
}
