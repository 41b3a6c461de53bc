namespace WorkflowRecovery.Domain.Sites;

/// <summary>The tier of a site in the computing grid: the digit after the <c>T</c> of its name.</summary>
public enum Tier : byte
{
    /// <summary>T0: CERN.</summary>
    T0 = 0,

    /// <summary>T1: national centres.</summary>
    T1 = 1,

    /// <summary>T2: universities and laboratories.</summary>
    T2 = 2,

    /// <summary>T3: small and opportunistic sites.</summary>
    T3 = 3,

    /// <summary>Pseudo-sites and names without a tier.</summary>
    Other = 4,
}
