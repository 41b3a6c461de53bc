using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Sites;

/// <summary>What holds of a site now, and since when.</summary>
public partial class SiteState : ComponentBase
{
    /// <summary>How it went.</summary>
    [Parameter, EditorRequired]
    public SiteTimeline Timeline { get; set; } = null!;
}
