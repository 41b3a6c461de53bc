using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.Api;

/// <summary>Notes: a workflow is with somebody else, or waits.</summary>
internal static class NoteRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/notes", ListAsync).WithSummary(
            $"At most {NoteQueries.PageSize} notes: of one workflow, or those that are not closed, the newest first; 'before' is the last note of the page before.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        var notes = api.MapGroup("/notes").RequireAuthorization(Policies.Operator);
        notes.MapPost("", WriteAsync).WithSummary("Writes a note: escalated or waiting.").Accepts<NoteCall>("application/json").ProducesProblem(StatusCodes.Status400BadRequest);
        notes.MapPost("/{noteId:guid}/close", CloseAsync).WithSummary("Closes a note.").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<IReadOnlyList<NoteView>>, ProblemHttpResult>> ListAsync(string? workflow, Guid? before, NoteDesk desk, CancellationToken cancellation)
    {
        if (before is { } last && !await desk.IsKnownAsync(last, workflow, cancellation))
            return Problems.OfField("before", "There is no such note.");
        return TypedResults.Ok(workflow is null ? await desk.OpenAsync(before, cancellation) : await desk.OfWorkflowAsync(workflow, before, cancellation));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WriteAsync(HttpContext context, NoteDesk desk)
    {
        var (note, problem) = await JsonBody.ReadAsync<NoteCall>(context.Request);
        if (note is null)
            return problem!;
        return await desk.WriteAsync(note.ToRequest(), context.User, context.RequestAborted) is { } refusal ? Problems.OfField("note", refusal) : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CloseAsync(HttpContext context, Guid noteId, NoteDesk desk) =>
        await desk.CloseAsync(noteId, context.User, context.RequestAborted) is { } refusal ? Problems.Conflict(refusal) : TypedResults.NoContent();
}

/// <summary>A note: kept, sent nowhere.</summary>
internal sealed record NoteCall
{
    public required string Workflow { get; init; }

    /// <summary>Null: the whole workflow.</summary>
    public string? Task { get; init; }

    /// <summary><c>escalated</c> or <c>waiting</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Of an escalated one: <c>site</c>, <c>transfer</c> or <c>requester</c>.</summary>
    public string? Addressee { get; init; }

    /// <summary>The text of the ticket, or why it waits.</summary>
    public string? Ticket { get; init; }

    /// <summary>Of a waiting one.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    public NoteRequest ToRequest() => new(Workflow, Task, Kind, Addressee, Ticket, WaitUntil);
}
