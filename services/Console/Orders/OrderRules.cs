using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Whether an order makes sense for a task.</summary>
internal static class OrderRules
{
    private const int MostReasons = 20;
    private const int LongestReason = 2_000;
    private const int MostSites = 500;
    private const int MostCores = 1_024;

    /// <summary>Reasons that begin like this mark the orders of programs.</summary>
    private const string OfProgram = "AIEH";

    /// <summary>What speaks against the order, whatever the task.</summary>
    public static IEnumerable<Objection> OfOrder(OrderedRecovery ordered) =>
    [
        .. When(!Words.Action.Contains(ordered.Action), "action", "There is no such action."),
        .. When(ordered.MemoryMb is <= 0 or > (int)Limits.Count, "memoryMb", "Memory is a number of MB above 0."),
        .. When(ordered.Splitting is { } splitting && !Words.Splitting.Contains(splitting), "splitting", $"Splitting is one of {string.Join(", ", Words.Splitting)}."),
        .. When(ordered.Xrootd is { } xrootd && !Words.Switch.Contains(xrootd), "xrootd", "Remote read is enabled or disabled."),
        .. When(ordered.Secondary is { } secondary && !Words.Switch.Contains(secondary), "secondary", "Remote read of the secondary input is enabled or disabled."),
        .. When(ordered.Cores is <= 0 or > MostCores, "cores", $"Cores lie between 1 and {MostCores}."),
        .. OfParameters(ordered),
        .. When(!Words.SiteMode.Contains(ordered.SiteMode), "siteMode", "Sites are chosen by auto, manual or ban."),
        .. When(ordered.SiteMode == SiteResolution.AutoMode != (ordered.Sites.Count == 0), "sites", "A list of sites belongs to manual and ban, and to these only."),
        .. When(ordered.Sites.Count > MostSites, "sites", $"There are more than {MostSites} sites."),
        .. When(ordered.Reasons.Count > MostReasons, "reasons", $"There are more than {MostReasons} reasons."),
        .. ordered.Reasons.SelectMany(OfReason),
    ];

    /// <summary>What speaks against it for this task.</summary>
    /// <param name="ordered">The order.</param>
    /// <param name="task">The task as reported.</param>
    /// <param name="maxMemoryMbPerCore">The most memory that the policy allows.</param>
    /// <param name="isExpert">Experts may order more.</param>
    public static IEnumerable<Objection> OfTask(OrderedRecovery ordered, WorkflowAssistanceRequested task, int maxMemoryMbPerCore, bool isExpert)
    {
        var most = (long)maxMemoryMbPerCore * (ordered.Cores ?? task.Cores ?? 1);
        return
        [
            .. When(ordered.MemoryMb <= task.MemoryMb, "memoryMb", $"The task has {task.MemoryMb} MB already; give more, or leave it as it is."),
            .. When(!isExpert && ordered.MemoryMb > most, "memoryMb", $"More than {most} MB ({maxMemoryMbPerCore} MB for each core) is for experts to order."),
            .. When(ordered.Splitting is not null && !CanBeSplit(task), "splitting", "Work that is split by events, and plain MonteCarlo, cannot be split finer."),
            .. OfSites(ordered, task),
        ];
    }

    /// <summary>Whether an action runs work again, which then may have more memory and be split finer.</summary>
    public static bool RunsAgain(string action) => action is "acdc" or "clone" or "recovery";

    /// <summary>Whether an action recovers tasks, of which is said where and how they run.</summary>
    public static bool RecoversTasks(string action) => action is "acdc" or "recovery";

    private static IEnumerable<Objection> OfParameters(OrderedRecovery ordered) =>
    [
        .. When(!RunsAgain(ordered.Action) && ordered is not { MemoryMb: null, Splitting: null }, "action", $"{ordered.Action} takes neither memory nor splitting."),
        .. When(!RecoversTasks(ordered.Action) && ordered is not { Xrootd: null, Secondary: null, Cores: null, SiteMode: SiteResolution.AutoMode },
            "action", $"{ordered.Action} takes neither cores nor remote read nor sites."),
    ];

    public static IEnumerable<Objection> OfReason(string reason) =>
    [
        .. When(string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason || reason.Any(letter => char.IsControl(letter) && letter != '\n'), "reasons",
            $"A reason is a text of at most {LongestReason} characters."),
        .. When(reason.StartsWith(OfProgram, StringComparison.OrdinalIgnoreCase), "reasons", $"A reason must not begin with {OfProgram}, which marks the orders of programs."),
    ];

    private static bool CanBeSplit(WorkflowAssistanceRequested task) =>
        !string.Equals(task.SplittingAlgorithm, "EventBased", StringComparison.OrdinalIgnoreCase)
        && !string.Equals(task.RequestType, "MonteCarlo", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Objection> OfSites(OrderedRecovery ordered, WorkflowAssistanceRequested task)
    {
        var ofTask = (task.Sites ?? []).Concat(task.Errors.Select(row => row.Site)).ToHashSet(StringComparer.Ordinal);
        return ordered.Sites.Select(SiteCatalogue.Normalize).Distinct(StringComparer.Ordinal)
            .Where(site => SiteCatalogue.Of(site).Kind != SiteKind.Compute || !(SiteCatalogue.IsKnown(site) || ofTask.Contains(site)))
            .Select(site => new Objection("sites", $"{(site.Length > 60 ? site[..60] + "…" : site)} is no compute site that is known."));
    }

    private static IEnumerable<Objection> When(bool holds, string field, string text) => holds ? [new(field, text)] : [];
}
