using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Simulation.Sites;

/// <summary>From a time on, a site has this readiness and status.</summary>
/// <param name="Site">Site name.</param>
/// <param name="EffectiveAt">From when on, UTC, whole seconds.</param>
/// <param name="Readiness">Readiness.</param>
/// <param name="Status"><c>enabled</c>, <c>drain</c>, <c>disabled</c> or <c>test</c>.</param>
public readonly record struct SiteChange(string Site, DateTimeOffset EffectiveAt, Readiness Readiness, string Status);
