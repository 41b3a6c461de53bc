namespace WorkflowRecovery.Learning.Views;

/// <summary>
/// How counts become values. Counts of failed jobs are heavy-tailed (one task may have 13,000 of one code, most have a
/// few), so the scale is part of a view and of its name.
/// </summary>
public enum Scaling
{
    /// <summary>ln(1 + count); the name of the view gets no ending.</summary>
    Log = 0,

    /// <summary>The count itself, as in the talk's published networks; the name ends in <c>-raw</c>.</summary>
    Raw = 1,

    /// <summary>
    /// The count over the largest value of the same task in this view, 0 to 1, as in the talk's image network: the
    /// absolute size is lost. The name ends in <c>-max</c>.
    /// </summary>
    OwnMaximum = 2,
}

/// <summary>The endings that scales give to the names of views.</summary>
internal static class ScalingNames
{
    public static string Named(this Scaling scaling, string view) => scaling switch
    {
        Scaling.Log => view,
        Scaling.Raw => $"{view}-raw",
        Scaling.OwnMaximum => $"{view}-max",
        _ => throw new ArgumentOutOfRangeException(nameof(scaling), scaling, "no such scale"),
    };
}
