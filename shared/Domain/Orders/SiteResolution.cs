using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.Orders;

/// <summary>Where a recovery would run: at compute sites only, without those drained or disabled now.</summary>
public static class SiteResolution
{
    /// <summary>The sites are those offered.</summary>
    public const string AutoMode = "auto";

    /// <summary>The sites are those of the list.</summary>
    public const string ManualMode = "manual";

    /// <summary>The sites are those offered that are not in the list.</summary>
    public const string BanMode = "ban";

    /// <summary>Compute sites among those offered for recovery (else those with errors), minus those drained or disabled now.</summary>
    /// <param name="task">The task as reported.</param>
    /// <param name="unavailable">Sites drained or disabled now.</param>
    public static SiteChoice Auto(WorkflowAssistanceRequested task, IReadOnlyCollection<string> unavailable) => Of(AutoMode, [], task, unavailable);

    /// <summary>The same for a choice that somebody made; a white list may name sites that were not offered.</summary>
    /// <param name="mode"><see cref="AutoMode"/>, <see cref="ManualMode"/> or <see cref="BanMode"/>.</param>
    /// <param name="list">The white list or the ban list.</param>
    /// <param name="task">The task as reported.</param>
    /// <param name="unavailable">Sites drained or disabled now.</param>
    public static SiteChoice Of(string mode, IReadOnlyList<string> list, WorkflowAssistanceRequested task, IReadOnlyCollection<string> unavailable)
    {
        ArgumentNullException.ThrowIfNull(task);
        var named = list.Select(SiteCatalogue.Normalize).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var wanted = mode switch
        {
            ManualMode => named,
            BanMode => OfferedBy(task).Except(named, StringComparer.Ordinal),
            AutoMode => OfferedBy(task),
            _ => throw new ArgumentException($"'{mode}' is no way to choose sites", nameof(mode)),
        };
        return new()
        {
            Mode = mode,
            List = mode == AutoMode ? [] : named,
            Resolved = [.. wanted
                .Where(site => SiteCatalogue.Of(site).Kind == SiteKind.Compute && !unavailable.Contains(site))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<string> OfferedBy(WorkflowAssistanceRequested task) =>
        task.Sites is { Count: > 0 } offered ? offered : task.Errors.Select(row => row.Site);
}
