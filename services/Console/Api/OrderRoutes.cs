using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.Api;

/// <summary>Cases, and orders on them: what the desk of the pages does.</summary>
internal static class OrderRoutes
{
    public static void MapCases(RouteGroupBuilder api) =>
        api.MapGet("/cases/{eventId:guid}", CaseAsync).WithSummary("One case. Its ETag is its revision.").ProducesProblem(StatusCodes.Status404NotFound);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/orders", HistoryAsync).WithSummary("The orders that were made for a workflow, newest first.");
        var orders = api.MapGroup("/orders").RequireAuthorization(Policies.Operator);
        orders.MapPost("", SubmitAsync).WithSummary("Orders something for cases. If-Match may name the revision of the one case, as its ETag does.")
            .Accepts<OrderCall>("application/json").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        orders.MapPost("/preview", PreviewAsync).WithSummary("What would be published of an order; nothing is done.")
            .Accepts<OrderCall>("application/json").ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        orders.MapPost("/{orderId:guid}/undo", UndoAsync).WithSummary("Takes an order back: free before it is sent, a wish after that.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        orders.MapPost("/groups/{groupId:guid}/undo", UndoAllAsync)
            .WithSummary("Takes back all orders that were submitted together, each as far as it can be; those that were sent before are named.")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<CaseAnswer>, ProblemHttpResult>> CaseAsync(HttpContext context, Guid eventId, OrderDesk desk)
    {
        if (await desk.CaseAsync(eventId, context.RequestAborted) is not { } known)
            return Problems.NotFound("There is no such case.");
        context.Response.Headers.ETag = TagOf(known.Revision);
        return TypedResults.Ok(new CaseAnswer(
            known.EventId, known.Workflow, known.Task, known.Revision, known.Disposition, known.ExpiresAt, known.AnsweredAt, known.IsOver, known.Blinded, known.OrderState,
            known.Said, known.Reported));
    }

    private static async Task<Ok<IReadOnlyList<OrderView>>> HistoryAsync(string workflow, OrderDesk desk, CancellationToken cancellation) =>
        TypedResults.Ok(await desk.HistoryAsync(workflow, cancellation));

    private static async Task<Results<Accepted<OrderAnswer>, ProblemHttpResult>> SubmitAsync(HttpContext context, OrderDesk desk)
    {
        var (call, problem) = await JsonBody.ReadAsync<OrderCall>(context.Request);
        if (call is null)
            return problem!;
        if (!Matches(context.Request, call))
            return Problems.Conflict("If-Match and the revisions of the cases are not the same.");
        var submitted = await desk.SubmitAsync(call.ToRequest(), context.User, context.RequestAborted);
        return submitted is { GroupId: { } group, DueAt: { } due }
            ? TypedResults.Accepted((string?)null, new OrderAnswer(group, due, submitted.OrderIds))
            : Problems.Of(submitted.Objections);
    }

    private static async Task<Results<Ok<IReadOnlyList<PreviewedCase>>, ProblemHttpResult>> PreviewAsync(HttpContext context, OrderDesk desk)
    {
        var (call, problem) = await JsonBody.ReadAsync<OrderCall>(context.Request);
        if (call is null)
            return problem!;
        var preview = await desk.PreviewAsync(call.ToRequest(), context.User, context.RequestAborted);
        return preview.Objections.Count > 0
            ? Problems.Of(preview.Objections)
            : TypedResults.Ok<IReadOnlyList<PreviewedCase>>([.. preview.Cases.Select(one => new PreviewedCase(one.EventId, one.RoutingKey, one.Recommended, one.Recorded))]);
    }

    private static async Task<Results<Ok<UndoneAnswer>, ProblemHttpResult>> UndoAsync(HttpContext context, Guid orderId, OrderDesk desk)
    {
        var answer = await desk.UndoAsync(orderId, context.User, context.RequestAborted);
        return answer.Result is UndoResult.Undone or UndoResult.Asked
            ? TypedResults.Ok(new UndoneAnswer(answer.Result == UndoResult.Undone ? "undone" : "asked", answer.Text))
            : Problems.Conflict(answer.Text);
    }

    private static async Task<Results<Ok<UndoneGroupAnswer>, ProblemHttpResult>> UndoAllAsync(HttpContext context, Guid groupId, OrderDesk desk)
    {
        var answer = await desk.UndoAllAsync(groupId, context.User, context.RequestAborted);
        return answer.Result is UndoResult.Undone or UndoResult.Asked
            ? TypedResults.Ok(new UndoneGroupAnswer(answer.Left.Count == 0 ? "undone" : "partly", answer.Text, answer.Left))
            : Problems.Conflict("There is nothing to take back any more.");
    }

    private static bool Matches(HttpRequest request, OrderCall call) =>
        request.Headers.IfMatch is not [{ } tag] || call.Cases.All(seen => TagOf(seen.Revision) == tag);

    private static string TagOf(int revision) => $"\"{revision.ToString(CultureInfo.InvariantCulture)}\"";
}
