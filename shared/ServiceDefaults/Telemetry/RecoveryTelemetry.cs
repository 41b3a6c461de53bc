using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace WorkflowRecovery.ServiceDefaults.Telemetry;

/// <summary>Traces and metrics of all services, configured once; exported when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
public static class RecoveryTelemetry
{
    /// <summary>Name of our source of spans and of our meter.</summary>
    public const string Name = "WorkflowRecovery";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Our instruments.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>
    /// Starts the span of one item, as a child of the span that <paramref name="traceParent"/> (W3C) names, so that
    /// there is one chain for each event, also when many are worked on at once. A missing or broken one starts a trace.
    /// </summary>
    public static Activity? StartSpan(string name, ActivityKind kind, string? traceParent)
    {
        _ = ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        return Source.StartActivity(name, kind, parent);
    }

    /// <summary>
    /// Spans are always made, also when nobody collects them, since the trace goes on through our messages;
    /// all are kept, since a publisher that does not sample still wants its event to be found.
    /// </summary>
    internal static void AddRecoveryTelemetry(this IServiceCollection services, IConfiguration configuration, string service)
    {
        var export = !string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        services.AddSingleton(_ => OpenTelemetrySdk.Create(telemetry => telemetry
            .ConfigureResource(resource => resource.AddService(service, serviceNamespace: "workflow-recovery"))
            .WithTracing(tracing =>
            {
                tracing.AddSource(Name, "Npgsql").SetSampler(new AlwaysOnSampler());
                if (export)
                    tracing.AddOtlpExporter();
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Name, "Npgsql", "MassTransit", "System.Runtime", "Microsoft.AspNetCore.Hosting");
                if (export)
                    metrics.AddOtlpExporter();
            })));
    }
}
