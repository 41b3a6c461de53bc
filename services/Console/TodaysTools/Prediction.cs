using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary><c>GET /predict</c>: what the prediction table of today's console shows.</summary>
internal static class Prediction
{
    /// <summary>Nothing is recommended, or it is not to be told yet.</summary>
    private const string None = "none";

    public static async Task<IResult> AnswerAsync(HttpContext context, string? wf, string? tsk, IDbContextFactory<ConsoleDatabase> databases)
    {
        if (string.IsNullOrWhiteSpace(wf) || string.IsNullOrWhiteSpace(tsk))
            return TypedResults.Problem("wf and tsk are both needed: the workflow and its task", statusCode: StatusCodes.Status400BadRequest);
        context.Response.Headers.CacheControl = "no-store";
        var newest = await NewestAsync(databases, Clean(wf), PathOf(Clean(wf), Clean(tsk)), context.RequestAborted);
        if (newest is null)
            return TypedResults.Json(new { });
        return TypedResults.Json(new Answer(new(newest.Action ?? None, $"{context.Request.Scheme}://{context.Request.Host}/workflow/{Uri.EscapeDataString(Clean(wf))}")));
    }

    private static async Task<Row?> NewestAsync(IDbContextFactory<ConsoleDatabase> databases, string workflow, string task, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Database.SqlQuery<Row>(
            $"select action from scorer.predicted_task where workflow = {workflow} and task = {task} order by reported_at desc, revision desc limit 1").ToListAsync(cancellation);
        return rows.SingleOrDefault();
    }

    /// <summary>Tasks are asked for by their whole path, or by what follows the workflow in it.</summary>
    private static string PathOf(string workflow, string task) =>
        task.StartsWith($"/{workflow}/", StringComparison.Ordinal) ? task : $"/{workflow}/{task.TrimStart('/')}";

    private static string Clean(string text) => text.Trim().Replace("\0", "", StringComparison.Ordinal);

    private sealed record Row(string? Action);

    private sealed record Answer([property: JsonPropertyName("model")] Predicted Model);

    private sealed record Predicted([property: JsonPropertyName("value")] string Value, [property: JsonPropertyName("link")] string Link);
}
