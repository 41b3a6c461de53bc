using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Temporary;

namespace WorkflowRecovery.Wr.Checking;

/// <summary>The variables by which test processes find the servers of the run.</summary>
internal static class Environments
{
    public static Dictionary<string, string> For(TemporaryServers servers, GivenServers given)
    {
        var broker = given.Broker ?? servers.RabbitMq.Address;
        return new Dictionary<string, string>
        {
            ["WR_TEST_POSTGRES"] = given.PostgresAdmin ?? servers.Postgres.AdminConnectionString,
            ["WR_TEST_AMQP_URI"] = broker.Amqp.AbsoluteUri,
            ["WR_TEST_AMQP_MANAGEMENT_URI"] = broker.Management.AbsoluteUri,
        };
    }
}
