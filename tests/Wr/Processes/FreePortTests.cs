using System.Net;
using System.Net.Sockets;
using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Wr.Tests.Processes;

public sealed class FreePortTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_keeps_its_port_though_who_had_it_lets_go_of_it_late()
    {
        using var listener = Listen(out var port);
        var kept = FreePort.KeepAsync(port, Cancellation);
        Assert.False(kept.IsCompleted);

        listener.Stop();

        Assert.Equal(port, await kept);
    }

    [Fact]
    public async Task A_port_that_somebody_else_keeps_is_left_to_him()
    {
        using var listener = Listen(out var port);

        Assert.NotEqual(port, await FreePort.KeepAsync(port, Cancellation));
    }

    private static TcpListener Listen(out int port)
    {
        port = FreePort.Next();
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }
}
