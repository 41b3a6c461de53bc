using Microsoft.Extensions.Logging;

namespace WorkflowRecovery.ServiceDefaults.Telemetry;

/// <summary>Log lines on the console, one line each. What a library logs and then throws is logged where it is caught.</summary>
internal static class RecoveryLogging
{
    public static void AddRecoveryLogging(this ILoggingBuilder logging) => logging
        .ClearProviders()
        .AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd HH:mm:ss.fff ";
            console.UseUtcTimestamp = true;
        })
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.Hosting", LogLevel.Information)
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None)
        .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
        .AddFilter("MassTransit", LogLevel.Warning);
}
