namespace WorkflowRecovery.Servers.RabbitMq;

/// <summary>What a private RabbitMQ keeps about itself between two starts; the node's name names its data.</summary>
internal sealed record RabbitMqSettings(
    string NodeName, int Port, int ManagementPort, int DistributionPort, int PortMapperPort, string AdminUser, string AdminPassword)
{
    public static RabbitMqSettings New() => new(
        $"wr-{Password.Random()[..12]}@localhost", FreePort.Next(), FreePort.Next(), FreePort.Next(), FreePort.Next(),
        $"admin-{Password.Random()[..8]}", Password.Random());

    /// <summary>The same node, on its own ports unless somebody else has them now.</summary>
    public async Task<RabbitMqSettings> OnFreePortsAsync(CancellationToken cancellation) => this with
    {
        Port = await FreePort.KeepAsync(Port, cancellation),
        ManagementPort = await FreePort.KeepAsync(ManagementPort, cancellation),
        DistributionPort = await FreePort.KeepAsync(DistributionPort, cancellation),
        PortMapperPort = await FreePort.KeepAsync(PortMapperPort, cancellation),
    };
}
