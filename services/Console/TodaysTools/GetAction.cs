using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary><c>GET /getaction</c>: what today's actor polls.</summary>
internal static class GetAction
{
    public static async Task<IResult> AnswerAsync(HttpContext context, ServedOrders orders)
    {
        var (asked, problem) = await AskedActions.ReadAsync(context.Request);
        if (asked is null)
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(await orders.GiveAsync(asked, CallerOf(context), context.RequestAborted));
    }

    // Somebody who looks with a browser does nothing of it, also behind a proxy that signs everybody in.
    private static string? CallerOf(HttpContext context) => ToolAccess.IsBrowser(context.Request) ? null : context.User.Identity switch
    {
        { IsAuthenticated: true, AuthenticationType: Schemes.Token or Schemes.Jwt or Schemes.Proxy } => Person.NameOf(context.User),
        { IsAuthenticated: true } => null,
        _ => ToolAudit.Program,
    };
}
