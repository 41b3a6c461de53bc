using System.Globalization;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>Says in words what a column of the extras holds for a task.</summary>
internal static class ExtraSentence
{
    /// <summary>Columns that are log(1 + number), and what they number; a # is the ending for more than one.</summary>
    private static readonly (string Name, string Counts)[] Numbers =
    [
        ("errors/good", "failure# at good sites"), ("errors/bad", "failure# at bad sites"), ("errors", "failure#"),
        ("lost/good", "mark# of lost work at good sites"), ("lost/bad", "mark# of lost work at other places"),
        ("codes", "error code#"), ("sites/good", "good site# with errors"), ("sites/bad", "bad site# with errors"), ("sites", "site# with errors"),
        ("jobs", "job# in the task"), ("age-days", "day# since the request was made"), ("task/depth", "task# from the first to this one in the chain"),
        ("siblings/errors", "failure# in the workflow's other tasks"), ("siblings/50660", "other task# of the workflow with too much memory"),
        ("siblings/same-code", "other task# of the workflow with the same main error"), ("siblings", "other task# of the workflow reported with it"),
        ("family/earlier", "earlier report# of this request"), ("family/days-since", "day# since the request was last reported"),
    ];

    /// <summary>Columns that are 1 or 0, with what each says.</summary>
    private static readonly (string Name, string Yes, string No)[] Flags =
    [
        ("jobs/known", "The number of jobs was told.", "The number of jobs was not told."),
        ("memory/known", "The memory of a job was told.", "The memory of a job was not told."),
        ("cores/known", "The cores of a job were told.", "The cores of a job were not told."),
        ("age/known", "The age of the request is known.", "The age of the request is not known."),
        ("campaign/known", "The campaign is known.", "The campaign is not known."),
        ("around/known", "What else was reported is known.", "What else was reported is not known."),
        ("request/task-chain", "The request is a task chain.", "The request is no task chain."),
        ("request/rereco", "The request reconstructs data again.", "The request does not reconstruct data again."),
        ("request/other", "The request is neither a task chain nor data reconstructed again.", "The request is a task chain or data reconstructed again."),
        ("requestor/production", "The request comes from production.", "The request does not come from production."),
        ("requestor/machine", "The request was submitted again by a machine.", "The request was not submitted by a machine."),
        ("requestor/person", "The request was submitted by a person.", "The request was not submitted by a person."),
        ("task/processing", "The task processes data.", "The task does not process data."),
        ("task/step", "The task is a step of a chain.", "The task is no step of a chain."),
        ("task/merge", "The task merges files.", "The task does not merge files."),
        ("task/log-collect", "The task collects logs.", "The task does not collect logs."),
        ("task/cleanup", "The task cleans up.", "The task does not clean up."),
        ("family/first", "The request is reported for the first time.", "The request was reported before."),
        ("entropy/codes", "The failures are spread over several error codes.", "All failures are of one error code."),
        ("entropy/sites", "The failures are spread over several sites.", "All failures are at one site."),
    ];

    /// <summary>One sentence; never the column's own name.</summary>
    public static string Of(string column, float value, string? campaign = null)
    {
        if (Array.Find(Numbers, number => number.Name == column) is { Counts: { } counts })
            return CountOf(value) == 1 ? $"There is 1 {counts.Replace("#", "", StringComparison.Ordinal)}." : $"There are {CountOf(value)} {counts.Replace('#', 's')}.";
        if (Array.Find(Flags, flag => flag.Name == column) is { Yes: { } yes, No: { } no })
            return value > 0 ? yes : no;

        var parts = column.Split('/');
        return parts[0] switch
        {
            "around" => WindowSentence.Of(parts[1], parts[2], value),
            "main" => OfMain(parts[1], parts[2], value),
            "campaign" => OfCampaign(parts[1], value > 0, campaign),
            _ => OfMeasure(column, parts[^1], value),
        };
    }

    public static long CountOf(float value) => (long)Math.Round(Math.Exp(value) - 1);

    private static string OfMeasure(string column, string last, float value) => column switch
    {
        "attempt" => value == 0 ? "It is the first round of the request." : Text($"It is round {value + 1:0} of the request."),
        "jobs/failed-share" => Text($"{value:P0} of the jobs failed."),
        "memory-gb" => Text($"A job asked for {value:0.#} GB of memory."),
        "memory-gb/core" => Text($"A job asked for {value:0.#} GB of memory per core."),
        "cores" => value == 1 ? "A job asked for 1 core." : Text($"A job asked for {value:0} cores."),
        "share/good" => Text($"{value:P0} of the failures are at good sites."),
        "share/nowhere" => Text($"{value:P0} of the failures are at no site at all."),
        "siblings/failing-share" => Text($"{value:P0} of the workflow's other tasks have failures."),
        _ when column.StartsWith("workflow/share/", StringComparison.Ordinal) => Text($"{value:P0} of the workflow's failures so far are about {CauseWords.Category(last)}."),
        _ => Text($"{value:P0} of the failures are {CauseWords.Tier(last) ?? $"about {CauseWords.Category(last)}"}."),
    };

    private static string OfMain(string side, string what, float value)
    {
        if (what == "share")
            return Text($"The commonest error at {side} sites makes up {value:P0} of the failures there.");

        var not = value > 0 ? "" : "not ";
        return $"The commonest error at {side} sites is {not}{(CauseWords.Category(what) is { } category ? $"about {category}" : CauseWords.Row(what))}.";
    }

    private static string OfCampaign(string what, bool holds, string? campaign)
    {
        var name = campaign is null ? "The campaign" : $"The campaign {campaign}";
        if (what.StartsWith("bucket-", StringComparison.Ordinal))
            return holds ? $"The campaign is {campaign ?? "one that the models know"}." : $"{name} is none of some others that the models know.";

        return holds ? $"{name} has {what} in its name." : $"{name} does not have {what} in its name.";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
