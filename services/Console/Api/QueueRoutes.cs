using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowRecovery.Console.Queue;

namespace WorkflowRecovery.Console.Api;

/// <summary>The queue, and each of its workflows.</summary>
internal static class QueueRoutes
{
    private const int UsualSize = 50;
    private const int LargestSize = 500;
    private const int LastPage = 1_000_000;

    // Each copy of the console counts for itself.
    private static readonly string Copy = Guid.NewGuid().ToString("N");

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/queue", Queue).WithSummary("The queue, filtered, ordered and paged. The ETag changes with the queue.")
            .Produces(StatusCodes.Status304NotModified);
        api.MapGet("/workflows/{workflow}", Workflow).WithSummary("One workflow in assistance with its tasks.").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<QueueAnswer>, StatusCodeHttpResult> Queue(
        HttpContext context, QueueBoard board, TimeProvider clock,
        string? campaign, string? action, string? disposition, string? state, int? code, string? site, string? q, string? sort, int page = 1, int size = UsualSize)
    {
        var (queue, now) = (board.Current, clock.GetUtcNow());
        // States also change with the time alone, so that an answer is the same for a minute at most.
        var tag = $"W/\"{Copy}-{queue.Version.ToString(CultureInfo.InvariantCulture)}-{now.ToUnixTimeSeconds() / 60}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch.Contains(tag, StringComparer.Ordinal))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var view = QueueView.From(queue, QueueQuery.Of(campaign, action, disposition, state, code, site, q, sort), now);
        return TypedResults.Ok(QueueAnswer.Of(view, Math.Clamp(page, 1, LastPage), Math.Clamp(size, 1, LargestSize), now));
    }

    private static Results<Ok<QueuedWorkflow>, ProblemHttpResult> Workflow(string workflow, QueueBoard board, TimeProvider clock) =>
        board.Current.Workflows.FirstOrDefault(one => one.Name == workflow) is { } found
            ? TypedResults.Ok(QueuedWorkflow.Of(found, clock.GetUtcNow()))
            : Problems.NotFound("This workflow is not in assistance.");
}
