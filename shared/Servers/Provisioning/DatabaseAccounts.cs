using Npgsql;

namespace WorkflowRecovery.Servers.Provisioning;

/// <summary>One database, and its connection string for every role.</summary>
/// <param name="adminConnectionString">The server's administrator, in the form that Npgsql reads.</param>
/// <param name="passwords">Password per role of <see cref="DatabaseRoles"/>.</param>
/// <param name="database">Name of the database.</param>
public sealed class DatabaseAccounts(string adminConnectionString, IReadOnlyDictionary<string, string> passwords, string database)
{
    // Leaves room for several services, and several test programs at once, below the server's limit.
    private const int PoolSize = 10;

    private readonly DatabaseProvisioning _provisioning = new(adminConnectionString);

    /// <summary>Name of the database.</summary>
    public string Database { get; } = database;

    /// <summary>The administrator in this database.</summary>
    public string Admin => new NpgsqlConnectionStringBuilder(adminConnectionString) { Database = Database }.ConnectionString;

    /// <summary>The owner of database and schemas, who runs the migrations.</summary>
    public string Migrator => For(DatabaseRoles.Migrator);

    /// <summary>The connection string for a role of <see cref="DatabaseRoles"/>.</summary>
    public string For(string role) =>
        new NpgsqlConnectionStringBuilder(adminConnectionString)
        {
            Database = Database,
            Username = role,
            Password = passwords[role],
            Pooling = true,
            MaxPoolSize = PoolSize,
            Timeout = 15,
        }.ConnectionString;

    /// <summary>Makes the roles where they are missing. They belong to the whole server.</summary>
    public Task ProvideRolesAsync(CancellationToken cancellation) => _provisioning.CreateRolesAsync(passwords, cancellation);

    /// <summary>Makes the database where it is missing.</summary>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="template">The database of ours that it is a copy of; without one it is empty.</param>
    public Task ProvideDatabaseAsync(CancellationToken cancellation, string? template = null) => _provisioning.CreateDatabaseAsync(Database, cancellation, template);

    /// <summary>Removes the database with all it holds.</summary>
    public Task RemoveDatabaseAsync(CancellationToken cancellation) => _provisioning.DropDatabaseAsync(Database, cancellation);
}
