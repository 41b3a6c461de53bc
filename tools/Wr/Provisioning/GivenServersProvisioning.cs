using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Servers.RabbitMq;

namespace WorkflowRecovery.Wr.Provisioning;

/// <summary>Makes the accounts on given servers and writes down how to use them. Doing it twice is harmless.</summary>
internal sealed class GivenServersProvisioning(BrokerAddress address, string postgresAdmin, SettingsFolder folder, IProgress<string> progress)
{
    /// <returns>The files written.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(int port, CancellationToken cancellation)
    {
        var passwords = folder.Passwords() ?? AccountPasswords.Random();
        var broker = new BrokerAccounts(address, passwords.Broker, InstanceStart.VirtualHost);
        var database = new DatabaseAccounts(postgresAdmin, passwords.Database, InstanceStart.Database);

        // Before the accounts are made: a call that fails half way must not leave passwords that nobody knows.
        List<string> files = [folder.Write(new Secrets(broker.For(BrokerUsers.CommandLine).AbsoluteUri, broker.Management.AbsoluteUri, postgresAdmin, passwords))];
        await ProvideAsync(broker, database, cancellation);
        files.AddRange(ServiceCatalogue.Names.Select(name => folder.Write(Settings(name, broker, database, port))));
        files.Add(folder.WriteMigrator(Settings(ServiceCatalogue.Names[0], broker, database, port)));
        files.Add(folder.Write(new Endpoints(
            broker.For(BrokerUsers.WorkflowSystem).AbsoluteUri,
            PostgresAddress.ToUri(database.For(DatabaseRoles.CommandLine)),
            Console: null,
            ServiceCatalogue.Names.ToDictionary(name => name, name => $"http://{name}:{port}"),
            Processes: [])));
        return files;
    }

    private async Task ProvideAsync(BrokerAccounts broker, DatabaseAccounts database, CancellationToken cancellation)
    {
        progress.Report("making users and virtual host");
        await broker.ProvideUsersAsync(cancellation);
        await broker.ProvideVirtualHostAsync(cancellation);
        progress.Report("making roles and database");
        await database.ProvideRolesAsync(cancellation);
        await database.ProvideDatabaseAsync(cancellation);
    }

    // Where the program is, whoever starts it knows; it listens on every address, since others reach it by its name.
    private static ServiceSettings Settings(string name, BrokerAccounts broker, DatabaseAccounts database, int port) =>
        ServiceSettings.For(name, assembly: string.Empty, database, broker, new Uri($"http://0.0.0.0:{port}"));
}
