using Microsoft.AspNetCore.Antiforgery;
using WorkflowRecovery.Console.Audit;

namespace WorkflowRecovery.Console.People;

/// <summary>Says of a route that its callers prove themselves in the request itself, so that no browser can be led to call it.</summary>
internal sealed class SelfProving;

/// <summary>Lets no other site act through a user's browser: not by a form, not by a script, not by a socket.</summary>
internal sealed class ForgeryGuard(RequestDelegate next, IAntiforgery antiforgery, RefusalLog refusals)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (await IsForgedAsync(context))
        {
            await refusals.WriteAsync(AuditEntry.By(context.User, AuditVerbs.Denied) with { Details = RefusedRequest.Of(context.Request, "not from a page of the console") }, KeyChecks.AddressOf(context));
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("Refused: this did not come from a page of the console, or the page is too old. Load it again.");
            return;
        }

        await next(context);
    }

    private async Task<bool> IsForgedAsync(HttpContext context)
    {
        var isSocket = context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);
        var isSafe = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method);
        if ((isSafe && !isSocket) || IsSelfProving(context))
            return false;
        return ComesFromElsewhere(context.Request) || (!isSocket && !await antiforgery.IsRequestValidAsync(context));
    }

    // No browser adds a bearer token by itself.
    private static bool IsSelfProving(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, AuthenticationType: Schemes.Jwt or Schemes.Token } || context.GetEndpoint()?.Metadata.GetMetadata<SelfProving>() is not null;

    private static bool ComesFromElsewhere(HttpRequest request) =>
        request.Headers.Origin is [{ } origin] && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
