using System.Globalization;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>Says in words what a column of the extras holds for a task.</summary>
internal static class ExtraSentence
{
    /// <summary>Columns that are log(1 + number), and what they number.</summary>
    private static readonly (string Name, string Counts)[] Numbers =
    [
        ("errors/good", "failures at good sites"), ("errors/bad", "failures at bad sites"), ("errors", "failures"),
        ("lost/good", "marks of lost work at good sites"), ("lost/bad", "marks of lost work at other places"),
        ("codes", "error codes"), ("sites/good", "good sites with errors"), ("sites/bad", "bad sites with errors"), ("sites", "sites with errors"),
        ("jobs", "jobs in the task"), ("age-days", "days since the request was made"),
        ("siblings/errors", "failures in the workflow's other tasks"), ("siblings/50660", "other tasks of the workflow with too much memory"),
        ("siblings/same-code", "other tasks of the workflow with the same main error"), ("siblings", "other tasks of the workflow reported with it"),
        ("family/earlier", "earlier reports of this request"), ("family/days-since", "days since the request was last reported"),
    ];

    private static readonly (string Name, string Says)[] Windows =
    [
        ("tasks", "tasks were reported"), ("workflows", "workflows were reported"), ("same-code", "tasks had the same main error"),
        ("same-code-and-site", "tasks had the same main error at the same site"), ("campaign", "tasks of the campaign were reported"),
        ("campaign-same-code", "tasks of the campaign had the same main error"),
    ];

    /// <summary>One sentence; a column without words of its own is named with its value.</summary>
    public static string Of(string column, float value)
    {
        if (column.StartsWith("around/", StringComparison.Ordinal) && OfWindow(column.Split('/'), value) is { } around)
            return around;

        return Array.Find(Numbers, number => number.Name == column) is { Counts: { } counts }
            ? $"There are {CountOf(value)} {counts}."
            : column switch
            {
                "attempt" => value == 0 ? "It is the first round of the request." : string.Create(CultureInfo.InvariantCulture, $"It is round {value + 1:0} of the request."),
                "memory-gb" => string.Create(CultureInfo.InvariantCulture, $"A job asked for {value:0.#} GB of memory."),
                "cores" => string.Create(CultureInfo.InvariantCulture, $"A job asked for {value:0} cores."),
                _ => string.Create(CultureInfo.InvariantCulture, $"{column} is {value:0.##}."),
            };
    }

    private static string? OfWindow(string[] parts, float value) =>
        parts.Length == 3 && Array.Find(Windows, window => window.Name == parts[2]) is { Says: { } says } ? $"In the {TimeOf(parts[1])} before, {CountOf(value)} {says}." : null;

    private static string TimeOf(string window) => window switch
    {
        "6h" => "6 hours",
        "24h" => "24 hours",
        _ => "7 days",
    };

    private static long CountOf(float value) => (long)Math.Round(Math.Exp(value) - 1);
}
