using Npgsql;
using RabbitMQ.Client.Exceptions;

namespace WorkflowRecovery.ServiceDefaults.Hosting;

/// <summary>A service may start before its servers do, and waits a while for them instead of giving up at once.</summary>
internal static class StartPatience
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Tries until it works; what still fails after two minutes is thrown.</summary>
    public static async Task<T> UntilReachableAsync<T>(Func<Task<T>> attempt)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (Exception away) when (IsAway(away) && TimeProvider.System.GetElapsedTime(started) < Limit)
            {
                await Task.Delay(Pause);
            }
        }
    }

    /// <summary>A server that answers "no" (wrong password, no right) is there, and will not say anything else later.</summary>
    private static bool IsAway(Exception failure) => failure switch
    {
        BrokerUnreachableException { InnerException: AuthenticationFailureException } => false,
        // The broker's client says "cancelled" when it has waited in vain for an answer.
        BrokerUnreachableException or AlreadyClosedException or OperationCanceledException or IOException or TimeoutException => true,
        NpgsqlException { IsTransient: true } or NpgsqlException { InnerException: System.Net.Sockets.SocketException } => true,
        _ => false,
    };
}
