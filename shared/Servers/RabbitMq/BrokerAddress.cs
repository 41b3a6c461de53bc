namespace WorkflowRecovery.Servers.RabbitMq;

/// <summary>Where a broker is.</summary>
/// <param name="Amqp"><c>amqp://host:port</c>; user and virtual host, if any, are left out of account.</param>
/// <param name="Management">Address of the management API with the administrator's user and password.</param>
public sealed record BrokerAddress(Uri Amqp, Uri Management)
{
    /// <summary>The AMQP address for one user in one virtual host.</summary>
    public Uri For(string user, string password, string virtualHost) => new(
        $"{Amqp.Scheme}://{Uri.EscapeDataString(user)}:{Uri.EscapeDataString(password)}@{Amqp.Host}:{(Amqp.Port > 0 ? Amqp.Port : 5672)}/{Uri.EscapeDataString(virtualHost)}");
}
