namespace WorkflowRecovery.Domain.Sites;

/// <summary>What a site name stands for.</summary>
public enum SiteKind : byte
{
    /// <summary>A place where jobs run.</summary>
    Compute = 0,

    /// <summary>Disk, tape, an export buffer or user boxes: never a place to run at.</summary>
    Storage = 1,

    /// <summary>No place: the job reached no site or its site was lost.</summary>
    Pseudo = 2,
}
