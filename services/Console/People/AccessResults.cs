using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowRecovery.Console.Audit;

namespace WorkflowRecovery.Console.People;

/// <summary>Says of a route that programs call it, which want a status and no page to sign in at.</summary>
internal sealed class ForPrograms;

/// <summary>What those get who may not: people a page that says so, programs a status.</summary>
internal sealed class AccessResults(RefusalLog refusals) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            await next(context);
        else if (authorizeResult.Forbidden)
            await ForbidAsync(context);
        else if (IsPage(context.Request))
            context.Response.Redirect($"/sign-in?back={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        else
            await ProgramAsync(context, StatusCodes.Status401Unauthorized, "Sign in, or send a token as 'Authorization: Bearer ...'.");
    }

    private async Task ForbidAsync(HttpContext context)
    {
        var (name, role) = (Person.NameOf(context.User), Person.RoleOf(context.User)?.ToWord());
        await refusals.WriteAsync(AuditEntry.By(context.User, AuditVerbs.Denied) with { Details = RefusedRequest.Of(context.Request) }, KeyChecks.AddressOf(context));
        if (IsPage(context.Request))
            await Page(name, role).ExecuteAsync(context);
        else
            await ProgramAsync(context, StatusCodes.Status403Forbidden, role is null ? "This user has no role." : $"The role {role} may not do this.");
    }

    private static RazorComponentResult<RefusedPage> Page(string name, string? role) =>
        new(new { Why = role is null ? SignInRefusal.NoRole : SignInRefusal.RoleTooLow, Name = name, Role = role }) { StatusCode = StatusCodes.Status403Forbidden };

    private static Task ProgramAsync(HttpContext context, int status, string detail)
    {
        if (status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context);
    }

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) && Schemes.BearerOf(request.HttpContext) is null
        && request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ForPrograms>() is null;
}
