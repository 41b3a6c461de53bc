using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Instances;

/// <summary>Where a running instance can be reached: the content of <c>endpoints.json</c>.</summary>
/// <param name="Amqp">The broker, as the outside party.</param>
/// <param name="Postgres">The database, as the command line's role that reads.</param>
/// <param name="Console">The console's address, or null where there is none.</param>
/// <param name="Services">Address per service.</param>
/// <param name="Processes">What was started.</param>
public sealed record Endpoints(
    string Amqp, string Postgres, string? Console, IReadOnlyDictionary<string, string> Services, IReadOnlyList<ProcessStamp> Processes);
