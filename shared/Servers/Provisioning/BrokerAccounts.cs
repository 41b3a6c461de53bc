using WorkflowRecovery.Servers.RabbitMq;

namespace WorkflowRecovery.Servers.Provisioning;

/// <summary>One virtual host at a broker, and its address for every user.</summary>
/// <param name="broker">The broker.</param>
/// <param name="passwords">Password per user of <see cref="BrokerUsers"/>.</param>
/// <param name="virtualHost">Name of the virtual host.</param>
public sealed class BrokerAccounts(BrokerAddress broker, IReadOnlyDictionary<string, string> passwords, string virtualHost)
{
    /// <summary>Name of the virtual host.</summary>
    public string VirtualHost { get; } = virtualHost;

    /// <summary>The management API with the administrator's credentials.</summary>
    public Uri Management => broker.Management;

    /// <summary>The AMQP address for the administrator, who may do everything.</summary>
    public Uri Admin
    {
        get
        {
            var (user, password) = Credentials.Of(broker.Management);
            return broker.For(user, password, VirtualHost);
        }
    }

    /// <summary>The AMQP address for a user of <see cref="BrokerUsers"/>.</summary>
    public Uri For(string user) => broker.For(user, passwords[user], VirtualHost);

    /// <summary>Makes the users where they are missing. They belong to the whole broker.</summary>
    public async Task ProvideUsersAsync(CancellationToken cancellation)
    {
        using var management = new ManagementApi(broker.Management);
        await new BrokerProvisioning(management).CreateUsersAsync(passwords, cancellation);
    }

    /// <summary>Makes the virtual host with the rights of every user.</summary>
    public async Task ProvideVirtualHostAsync(CancellationToken cancellation)
    {
        using var management = new ManagementApi(broker.Management);
        await new BrokerProvisioning(management).CreateVirtualHostAsync(VirtualHost, cancellation);
    }

    /// <summary>Removes the virtual host with all it holds.</summary>
    public async Task RemoveVirtualHostAsync(CancellationToken cancellation)
    {
        using var management = new ManagementApi(broker.Management);
        await new BrokerProvisioning(management).DeleteVirtualHostAsync(VirtualHost, cancellation);
    }
}
