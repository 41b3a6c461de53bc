namespace WorkflowRecovery.Contracts.Outside;

/// <summary>The words that fields with a closed choice may hold.</summary>
public static class Words
{
    /// <summary>Site readiness.</summary>
    public static IReadOnlyList<string> Readiness { get; } = ["green", "yellow", "red", "none"];

    /// <summary>Site status.</summary>
    public static IReadOnlyList<string> SiteStatus { get; } = ["enabled", "drain", "disabled", "test"];

    /// <summary>Actions.</summary>
    public static IReadOnlyList<string> Action { get; } = ["acdc", "clone", "recovery", "by-pass", "force-complete", "on-hold"];

    /// <summary>Splitting factors.</summary>
    public static IReadOnlyList<string> Splitting { get; } = ["2x", "3x", "10x", "20x", "50x", "100x", "200x", "max"];

    /// <summary>Switches such as remote read.</summary>
    public static IReadOnlyList<string> Switch { get; } = ["enabled", "disabled"];

    /// <summary>Results of an executor.</summary>
    public static IReadOnlyList<string> Result { get; } = ["claimed", "done", "refused", "failed"];

    /// <summary>Dispositions of a recommendation.</summary>
    public static IReadOnlyList<string> Disposition { get; } = ["automatic", "review", "approved", "abstained", "withdrawn"];

    /// <summary>The reason of a recommendation that says nothing, so that the operator's answer is free of our influence.</summary>
    public const string Blinded = "blinded";

    /// <summary>Reasons of a recommendation.</summary>
    public static IReadOnlyList<string> Reason { get; } = [Blinded];

    /// <summary>Scopes of a recommendation.</summary>
    public static IReadOnlyList<string> Scope { get; } = ["task", "workflow"];

    /// <summary>How sites are chosen.</summary>
    public static IReadOnlyList<string> SiteMode { get; } = ["auto", "manual", "ban"];
}
