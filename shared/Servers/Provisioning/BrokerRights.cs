namespace WorkflowRecovery.Servers.Provisioning;

/// <summary>What a user may do in a virtual host, as regular expressions over names of queues and exchanges.</summary>
/// <param name="User">Name of the user.</param>
/// <param name="Configure">What may be declared and deleted.</param>
/// <param name="Write">Exchanges to publish to; queues and exchanges to bind something to.</param>
/// <param name="Read">Queues to consume from; exchanges to bind from.</param>
public sealed record BrokerRights(string User, string Configure, string Write, string Read);
