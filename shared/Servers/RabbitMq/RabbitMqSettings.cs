namespace WorkflowRecovery.Servers.RabbitMq;

/// <summary>What a private RabbitMQ keeps about itself between two starts; the node's name names its data.</summary>
internal sealed record RabbitMqSettings(
    string NodeName, int Port, int ManagementPort, int DistributionPort, int PortMapperPort, string AdminUser, string AdminPassword)
{
    public static RabbitMqSettings New() => new(
        $"wr-{Password.Random()[..12]}@localhost", FreePort.Next(), FreePort.Next(), FreePort.Next(), FreePort.Next(),
        $"admin-{Password.Random()[..8]}", Password.Random());

    /// <summary>The same node on ports that are free now.</summary>
    public RabbitMqSettings OnFreePorts() => this with
    {
        Port = FreeOr(Port),
        ManagementPort = FreeOr(ManagementPort),
        DistributionPort = FreeOr(DistributionPort),
        PortMapperPort = FreeOr(PortMapperPort),
    };

    private static int FreeOr(int port) => FreePort.IsFree(port) ? port : FreePort.Next();
}
