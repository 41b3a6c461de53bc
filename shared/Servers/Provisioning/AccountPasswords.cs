namespace WorkflowRecovery.Servers.Provisioning;

/// <summary>The passwords of all accounts.</summary>
/// <param name="Broker">Password per user of <see cref="BrokerUsers"/>.</param>
/// <param name="Database">Password per role of <see cref="DatabaseRoles"/>.</param>
public sealed record AccountPasswords(IReadOnlyDictionary<string, string> Broker, IReadOnlyDictionary<string, string> Database)
{
    /// <summary>New random passwords.</summary>
    public static AccountPasswords Random() => From(_ => Password.Random());

    /// <summary>The same passwords for everyone who knows the administrator's.</summary>
    public static AccountPasswords Derived(string adminPassword) => From(account => Password.Derive(adminPassword, account));

    private static AccountPasswords From(Func<string, string> password) => new(
        BrokerUsers.Rights.ToDictionary(rights => rights.User, rights => password(rights.User)),
        DatabaseRoles.All.ToDictionary(role => role, password));
}
