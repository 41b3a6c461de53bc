using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace WorkflowRecovery.Servers;

/// <summary>Ports of the loopback address that nobody listens on.</summary>
public static class FreePort
{
    // Below the range from which Linux takes the ports of outgoing connections (32768 and up), so that no passing
    // connection takes the port between the choice and its use.
    private const int First = 15_000;
    private const int Last = 32_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A free port, never the same twice in one process.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            if (IsFree(port) && Given.TryAdd(port, true))
                return port;
        }
    }

    /// <summary>The port of a server's last run, so that its address stays; another one when somebody else keeps it.</summary>
    /// <param name="port">The port that it had. Who just ended may need a moment to let go of it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<int> KeepAsync(int port, CancellationToken cancellation)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(50, cancellation))
        {
            if (IsFree(port))
                return port;
        }

        return Next();
    }

    /// <summary>Whether a server could listen on a port of the loopback address now.</summary>
    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
