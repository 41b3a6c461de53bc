namespace WorkflowRecovery.Domain.Sites;

/// <summary>
/// How ready a site was for work when the workflow was reported: the colour of CMS site readiness.
/// Only <see cref="Green"/> makes a good site; a name the status service does not track is <see cref="None"/>.
/// </summary>
public enum Readiness : byte
{
    /// <summary>Not tracked: storage names, pseudo-sites, sites never heard of.</summary>
    None = 0,

    /// <summary>Morgue.</summary>
    Red = 1,

    /// <summary>Waiting room.</summary>
    Yellow = 2,

    /// <summary>Ready.</summary>
    Green = 3,
}
