using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Wr.Screenshots;

/// <summary>A page of a browser, told what to do in its own protocol.</summary>
internal sealed class DevTools : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private int _last;

    private DevTools()
    {
    }

    public static async Task<DevTools> OpenAsync(Uri page, CancellationToken cancellation)
    {
        var tools = new DevTools();
        await tools._socket.ConnectAsync(page, cancellation);
        return tools;
    }

    /// <summary>Says a command and returns its answer; what the browser tells meanwhile is not for us.</summary>
    /// <exception cref="ServerException">The browser refused it.</exception>
    public async Task<JsonElement> DoAsync(string method, object parameters, CancellationToken cancellation)
    {
        var id = ++_last;
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }), WebSocketMessageType.Text, endOfMessage: true, cancellation);
        while (true)
        {
            var heard = await HearAsync(cancellation);
            if (!heard.TryGetProperty("id", out var answered) || answered.GetInt32() != id)
                continue;
            return heard.TryGetProperty("result", out var result) ? result : throw new ServerException($"The browser refused {method}: {heard.GetProperty("error")}");
        }
    }

    /// <summary>What an expression comes to in the page.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression, CancellationToken cancellation) =>
        (await DoAsync("Runtime.evaluate", new { expression, returnByValue = true, awaitPromise = true }, cancellation)).GetProperty("result").TryGetProperty("value", out var value) ? value : default;

    public void Dispose() => _socket.Dispose();

    private async Task<JsonElement> HearAsync(CancellationToken cancellation)
    {
        using var said = new MemoryStream();
        var part = new byte[1 << 16];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await _socket.ReceiveAsync(part.AsMemory(), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
                throw new ServerException("The browser ended.");
            said.Write(part, 0, received.Count);
        }
        while (!received.EndOfMessage);
        return JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(said.ToArray()));
    }
}
