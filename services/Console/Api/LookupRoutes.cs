using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using WorkflowRecovery.Domain.Errors;

namespace WorkflowRecovery.Console.Api;

/// <summary>Error codes, and how the console is.</summary>
internal static class LookupRoutes
{
    private static readonly IReadOnlyList<CodeAnswer> Known = [.. ErrorCatalogue.All.Select(CodeAnswer.Of)];

    public static void MapCodes(RouteGroupBuilder api)
    {
        api.MapGet("/codes", () => TypedResults.Ok(Known)).WithSummary("All error codes that have been met or are documented.");
        api.MapGet("/codes/{code:int}", Code).WithSummary("One error code.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    public static void MapHealth(RouteGroupBuilder api) => api.MapGet("/health", HealthAsync).WithSummary("How the console is.");

    private static Results<Ok<CodeAnswer>, ProblemHttpResult> Code(int code) =>
        ErrorCatalogue.Find(code) is { } known ? TypedResults.Ok(CodeAnswer.Of(known)) : Problems.NotFound("This code is not known.");

    private static async Task<Ok<HealthAnswer>> HealthAsync(HealthCheckService health, CancellationToken cancellation)
    {
        var report = await health.CheckHealthAsync(cancellation);
        return TypedResults.Ok(new HealthAnswer(WordOf(report.Status), report.Entries.ToDictionary(entry => entry.Key, entry => WordOf(entry.Value.Status))));
    }

    private static string WordOf(HealthStatus status) => status.ToString().ToLowerInvariant();
}

/// <summary>An error code.</summary>
internal sealed record CodeAnswer(int Code, string Description, string Category, string Range, string? Procedure, string? MeaningNote)
{
    public static CodeAnswer Of(ErrorCode error) =>
        new(error.Code, error.Description, error.Category.ToString().ToLowerInvariant(), error.Range.ToString().ToLowerInvariant(), error.Procedure, error.MeaningNote);
}

/// <summary>How the console and what it needs are: <c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</summary>
internal sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string> Parts);
