namespace WorkflowRecovery.Contracts.Inside;

/// <summary>Names at the broker that only our own services use; nobody else is allowed on them.</summary>
public static class InsideNames
{
    /// <summary>Topic exchange for the messages between the services.</summary>
    public const string Exchange = "wr.inside";

    /// <summary>Fanout exchange in front of the queue of refused messages.</summary>
    public const string RejectedExchange = "wr.rejected";

    /// <summary>The queue of an endpoint.</summary>
    /// <param name="service">Name of the service, lower case.</param>
    /// <param name="endpoint">Name of the endpoint, lower case with hyphens.</param>
    public static string Queue(string service, string endpoint) => $"wr.{service}.{endpoint}";
}
