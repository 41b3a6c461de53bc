using System.Globalization;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>Says in words what else was reported in some time before a task.</summary>
internal static class WindowSentence
{
    /// <param name="window"><c>6h</c>, <c>24h</c> or <c>7d</c>.</param>
    /// <param name="what">What is counted, or is the share of what.</param>
    /// <param name="value">log(1 + number), or the share.</param>
    public static string Of(string window, string what, float value)
    {
        var share = value.ToString("P0", CultureInfo.InvariantCulture);
        var number = ExtraSentence.CountOf(value);
        var tasks = number == 1 ? "1 task" : $"{number} tasks";
        return $"In the {TimeOf(window)} before, " + what switch
        {
            "workflows" when number == 1 => "1 workflow was reported.",
            "workflows" => $"{number} workflows were reported.",
            "same-code" => $"{tasks} had the same main error.",
            "same-code-share" => $"{share} of the tasks had the same main error.",
            "same-code-and-site" => $"{tasks} had the same main error at the same site.",
            "campaign" => $"{tasks} of the campaign {(number == 1 ? "was" : "were")} reported.",
            "campaign-same-code" => $"{tasks} of the campaign had the same main error.",
            "campaign-same-code-share" => $"{share} of the campaign's tasks had the same main error.",
            _ => $"{tasks} {(number == 1 ? "was" : "were")} reported.",
        };
    }

    private static string TimeOf(string window) => window switch
    {
        "6h" => "6 hours",
        "24h" => "24 hours",
        _ => "7 days",
    };
}
