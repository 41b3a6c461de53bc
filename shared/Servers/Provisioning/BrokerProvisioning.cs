using WorkflowRecovery.Servers.RabbitMq;

namespace WorkflowRecovery.Servers.Provisioning;

/// <summary>Makes users, virtual hosts and permissions at a broker; all of it may be done again without harm.</summary>
/// <param name="management">The management API, as an administrator.</param>
public sealed class BrokerProvisioning(ManagementApi management)
{
    /// <summary>Makes the users, or gives them these passwords. Users belong to the whole broker.</summary>
    /// <param name="passwords">Password per user of <see cref="BrokerUsers.Rights"/>.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task CreateUsersAsync(IReadOnlyDictionary<string, string> passwords, CancellationToken cancellation)
    {
        foreach (var (user, password) in passwords)
            await management.PutAsync($"users/{Uri.EscapeDataString(user)}", new { password, tags = string.Empty }, cancellation);
    }

    /// <summary>Makes a virtual host in which every user has its permissions and the administrator has all.</summary>
    public async Task CreateVirtualHostAsync(string virtualHost, CancellationToken cancellation)
    {
        var path = Uri.EscapeDataString(virtualHost);
        await management.PutAsync($"vhosts/{path}", new { }, cancellation);
        foreach (var rights in BrokerUsers.Rights.Append(new BrokerRights(management.UserName, ".*", ".*", ".*")))
        {
            await management.PutAsync(
                $"permissions/{path}/{Uri.EscapeDataString(rights.User)}",
                new { configure = rights.Configure, write = rights.Write, read = rights.Read },
                cancellation);
        }
    }

    /// <summary>Removes a virtual host with everything in it.</summary>
    public Task DeleteVirtualHostAsync(string virtualHost, CancellationToken cancellation) =>
        management.DeleteAsync($"vhosts/{Uri.EscapeDataString(virtualHost)}", cancellation);
}
