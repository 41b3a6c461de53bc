using WorkflowRecovery.Servers.Provisioning;

namespace WorkflowRecovery.Servers.Instances;

/// <summary>The credentials of an instance: the content of <c>secrets.json</c>. Passwords are kept over restarts.</summary>
/// <param name="Amqp">The broker, as the command line's own user.</param>
/// <param name="Management">The broker's management API with the administrator's credentials.</param>
/// <param name="PostgresAdmin">The database server's administrator, in the form that Npgsql reads.</param>
/// <param name="Passwords">Passwords of all users and roles.</param>
public sealed record Secrets(string Amqp, string Management, string PostgresAdmin, AccountPasswords Passwords)
{
    /// <summary>The key of the console's development sign-in, or null where the console has none.</summary>
    public string? ConsoleKey { get; init; }
}
