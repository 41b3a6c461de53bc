using System.Collections.Concurrent;
using System.Net;
using WorkflowRecovery.Servers;

namespace WorkflowRecovery.EndToEnd.Tests.Traces;

/// <summary>Receives OTLP over HTTP, as Jaeger does, and keeps the spans.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Span> _spans = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Task _listening;

    public Collector()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _listening = ListenAsync();
    }

    public Uri Address { get; }

    public IReadOnlyList<Span> Spans => [.. _spans];

    public async Task UntilAsync(Func<IReadOnlyList<Span>, bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!condition(Spans))
            await _arrived.WaitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _listening;
        _listener.Close();
        _arrived.Dispose();
    }

    private async Task ListenAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            if (context.Request.Url!.AbsolutePath.EndsWith("/v1/traces", StringComparison.Ordinal))
                SpanReader.Read(body.ToArray()).ToList().ForEach(_spans.Enqueue);
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close();
            _arrived.Release();
        }
    }
}
