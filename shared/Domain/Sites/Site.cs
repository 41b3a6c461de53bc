namespace WorkflowRecovery.Domain.Sites;

/// <summary>What the name of a site tells.</summary>
/// <param name="Name">The name without surrounding white space.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Country">The two letters of the country, null when the name has none.</param>
/// <param name="Kind">Compute, storage or neither.</param>
public sealed record Site(string Name, Tier Tier, string? Country, SiteKind Kind);
