namespace WorkflowRecovery.Console.Queue;

/// <summary>Which workflows are shown: those with a task for which all of it holds, and whose texts hold every word.</summary>
public sealed record QueueFilter
{
    /// <summary>The action of a case without one.</summary>
    public const string NoAction = "none";

    private readonly string[] _words = [];
    private readonly string? _text;

    public static QueueFilter All { get; } = new();

    public string? Campaign { get; init; }
    public string? Action { get; init; }
    public string? Disposition { get; init; }
    public QueueState? State { get; init; }
    public int? Code { get; init; }
    public string? Site { get; init; }

    /// <summary>Words, in any order and case.</summary>
    public string? Text
    {
        get => _text;
        init => (_text, _words) = (value, (value ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Whether it lets everything through.</summary>
    public bool IsOpen => this is { Campaign: null, Action: null, Disposition: null, State: null, Code: null, Site: null } && _words.Length == 0;

    public bool Matches(QueueWorkflow workflow, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        foreach (var word in _words)
        {
            if (!workflow.SearchText.Contains(word, StringComparison.Ordinal))
                return false;
        }

        foreach (var task in workflow.Cases)
        {
            if (Matches(task, now))
                return true;
        }

        return false;
    }

    private bool Matches(QueueCase task, DateTimeOffset now) =>
        (Campaign is null || task.Campaign == Campaign)
        && (Action is null || (task.Plan?.Action ?? NoAction) == Action)
        && (Disposition is null || task.Disposition == Disposition)
        && (State is null || QueueStates.Of(task, now) == State)
        && (Code is not { } code || Has(task, code))
        && (Site is null || task.Sites.Contains(Site));

    private static bool Has(QueueCase task, int code)
    {
        foreach (var count in task.Codes)
        {
            if (count.Code == code)
                return true;
        }

        return false;
    }
}
