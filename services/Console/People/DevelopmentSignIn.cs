using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>Signs in under any name with any role, for those at this machine who know the key.</summary>
internal static class DevelopmentSignIn
{
    public const string Path = "/sign-in/development";

    public static void MapDevelopmentSignIn(this WebApplication app)
    {
        app.MapGet(Path, (HttpContext context, string? key, string? name, string? role, string? back) => SignInAsync(context, new(key, name, role, back))).AllowAnonymous();
        app.MapPost(Path, async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return await SignInAsync(context, new(form["key"], form["name"], form["role"], form["back"]));
        }).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, Asked asked)
    {
        var services = context.RequestServices;
        var (checks, kept) = (services.GetRequiredService<KeyChecks>(), services.GetRequiredService<IOptions<PeopleOptions>>().Value.Development.Key);
        context.Response.Headers.CacheControl = "no-store";
        if (!IsLocal(context.Connection))
            return TypedResults.NotFound();
        if (checks.MustWait(context))
            return SignInRoutes.Refused(SignInRefusal.TooOften);
        if (await checks.TryAsync(context, Schemes.Development, () => Secret.Same(asked.Key ?? "", kept) ? asked : null) is null)
            return SignInRoutes.Refused(SignInRefusal.WrongKey);
        if (Person.Clean(asked.Name) is not { } name || RoleWords.Parse(asked.Role) is not { } role)
            return SignInRoutes.Refused(SignInRefusal.NoName);

        var person = await services.GetRequiredService<SignIns>().BeginAsync(name, role, Schemes.Development, context.RequestAborted);
        await context.SignInAsync(Schemes.Cookie, person);
        return TypedResults.LocalRedirect(Back.Safe(asked.Back));
    }

    // The console does not start where others could reach it; this holds in the moment before that is known.
    private static bool IsLocal(ConnectionInfo connection) =>
        connection is { LocalIpAddress: { } here, RemoteIpAddress: { } there } && IPAddress.IsLoopback(here) && IPAddress.IsLoopback(there);

    private sealed record Asked(string? Key, string? Name, string? Role, string? Back);
}
