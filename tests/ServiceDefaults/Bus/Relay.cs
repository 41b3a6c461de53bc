using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace WorkflowRecovery.ServiceDefaults.Tests.Bus;

/// <summary>
/// Stands between a client and the broker. It can cut all connections, and can make the broker look busy: connections
/// are then taken, but nothing is answered on their channels.
/// </summary>
internal sealed class Relay : IAsyncDisposable
{
    private const int HeaderLength = 7;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _broker;
    private readonly ConcurrentBag<TcpClient> _clients = [];
    private readonly Task _accepting;
    private int _unanswered;
    private volatile bool _isBusy;

    public Relay(Uri broker)
    {
        _broker = broker;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The address of the broker through the relay.</summary>
    public Uri Address => new UriBuilder(_broker) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    /// <summary>Answers that were held back so far.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    public void CutAndBeBusy()
    {
        _isBusy = true;
        foreach (var client in _clients)
            client.Close();
    }

    public void BeBusyNoMore() => _isBusy = false;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        CutAndBeBusy();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, _broker.Port);
                _clients.Add(client);
                _clients.Add(server);
                _ = UntilCutAsync(client, server, client.GetStream().CopyToAsync(server.GetStream()));
                _ = UntilCutAsync(client, server, AnswerAsync(server.GetStream(), client.GetStream()));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Nobody is to connect any more.
        }
    }

    private static async Task UntilCutAsync(TcpClient client, TcpClient server, Task copying)
    {
        await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        client.Close();
        server.Close();
    }

    /// <summary>Passes the broker's frames on one by one; those of channel 0 make and keep the connection itself.</summary>
    private async Task AnswerAsync(NetworkStream from, NetworkStream to)
    {
        var header = new byte[HeaderLength];
        while (true)
        {
            await from.ReadExactlyAsync(header);
            var rest = new byte[BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(3)) + 1];
            await from.ReadExactlyAsync(rest);
            if (_isBusy && BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(1)) != 0)
            {
                Interlocked.Increment(ref _unanswered);
                continue;
            }

            await to.WriteAsync(header);
            await to.WriteAsync(rest);
        }
    }
}
