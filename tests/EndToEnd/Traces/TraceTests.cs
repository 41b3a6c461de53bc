using System.Diagnostics;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Traces;

public sealed class TraceTests(TestServers servers)
{
    [Fact]
    public async Task The_chain_of_parents_of_a_recommendation_reaches_the_publishers_span_through_every_service_for_each_of_three_events_at_once()
    {
        await using var collector = new Collector();
        await using var pipeline = await Pipeline.StartAsync(servers, ExportingTo(collector), TestContext.Current.CancellationToken);
        await using var outside = await OutsideParty.ConnectAsync(pipeline.Broker.For("workflow-system"));
        var events = Events.Many(3);
        var publishers = events.ToDictionary(Events.IdOf, _ => (Trace: ActivityTraceId.CreateRandom().ToHexString(), Span: ActivitySpanId.CreateRandom().ToHexString()));

        await Task.WhenAll(events.Select(reported =>
        {
            var (trace, span) = publishers[Events.IdOf(reported)];
            return outside.PublishAsync(RoutingKeys.WorkflowAssistance, reported, $"00-{trace}-{span}-01");
        }));
        await outside.UntilAsync(received => Promise.AllAnswered(events, received));

        foreach (var received in outside.Recommendations)
        {
            var publisher = publishers[received.Said.RecommendationId];
            var said = ActivityContext.Parse(received.TraceParent, null);
            Assert.Equal(publisher.Trace, said.TraceId.ToHexString());
            await collector.UntilAsync(spans => Chain(spans, said.SpanId.ToHexString()).Count == 3);
            var chain = Chain(collector.Spans, said.SpanId.ToHexString());
            Assert.Equal(["scorer", "featurizer", "ingestor"], chain.Select(span => span.Service));
            Assert.All(chain, span => Assert.Equal(publisher.Trace, span.TraceId));
            Assert.Equal(publisher.Span, chain[^1].ParentId);
            await collector.UntilAsync(spans => chain.All(step => HasDatabaseSpan(spans, step)));
        }
    }

    private static PipelineOptions ExportingTo(Collector collector) => new()
    {
        Variables = new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.AbsoluteUri,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        },
    };

    private static List<Span> Chain(IReadOnlyList<Span> spans, string spanId)
    {
        var chain = new List<Span>();
        for (var span = Find(spans, spanId); span is not null; span = Find(spans, span.ParentId))
            chain.Add(span);
        return chain;
    }

    private static Span? Find(IReadOnlyList<Span> spans, string spanId) => spans.FirstOrDefault(span => span.SpanId == spanId);

    private static bool HasDatabaseSpan(IReadOnlyList<Span> spans, Span step) =>
        spans.Any(span => span.Scope == "Npgsql" && span.Service == step.Service && span.TraceId == step.TraceId && span.ParentId == step.SpanId);
}
