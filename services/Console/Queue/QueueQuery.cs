namespace WorkflowRecovery.Console.Queue;

/// <summary>What the queue's address says: filter and order.</summary>
public sealed record QueueQuery(QueueFilter Filter, QueueSort Sort)
{
    /// <summary>Reads words of an address; what makes no sense is left out.</summary>
    public static QueueQuery Of(string? campaign, string? action, string? disposition, string? state, int? code, string? site, string? text, string? sort) => new(
        new()
        {
            Campaign = Given(campaign),
            Action = Given(action),
            Disposition = Given(disposition),
            State = QueueStates.Parse(state),
            Code = code,
            Site = Given(site),
            Text = Given(text),
        },
        sort == "cost" ? QueueSort.Cost : QueueSort.Newest);

    /// <summary>The same as values of an address; null for what is not in it.</summary>
    public IReadOnlyDictionary<string, object?> ToParameters() => new Dictionary<string, object?>
    {
        ["campaign"] = Filter.Campaign,
        ["action"] = Filter.Action,
        ["disposition"] = Filter.Disposition,
        ["state"] = Filter.State?.Word(),
        ["code"] = Filter.Code,
        ["site"] = Filter.Site,
        ["q"] = Filter.Text,
        ["sort"] = Sort == QueueSort.Cost ? "cost" : null,
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What comes first.</summary>
public enum QueueSort
{
    /// <summary>What was reported last.</summary>
    Newest,

    /// <summary>What costs most where it is, see <see cref="QueueWorkflow.Cost"/>.</summary>
    Cost,
}
