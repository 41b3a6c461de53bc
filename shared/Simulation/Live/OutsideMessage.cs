namespace WorkflowRecovery.Simulation.Live;

/// <summary>A message that the outside would publish.</summary>
/// <param name="At">When it would be published, UTC.</param>
/// <param name="RoutingKey">One of <see cref="Contracts.Outside.RoutingKeys"/>.</param>
/// <param name="Body">A record of <see cref="Contracts.Outside"/>.</param>
public sealed record OutsideMessage(DateTimeOffset At, string RoutingKey, object Body);
