using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>Sign-in and sign-out.</summary>
internal static class SignInRoutes
{
    public static void MapSignIn(this WebApplication app)
    {
        var people = app.Services.GetRequiredService<IOptions<PeopleOptions>>().Value;
        app.MapGet("/sign-in", ShowAsync).AllowAnonymous();
        app.MapGet("/sign-in/refused", (SignInRefusal why) => Refused(why)).AllowAnonymous();
        app.MapGet("/sign-in/token", (HttpContext context, IAntiforgery antiforgery) => TypedResults.Ok(new { token = antiforgery.GetAndStoreTokens(context).RequestToken }));
        app.MapPost("/sign-out", SignOutAsync);
        if (people.OpenIdConnect is not null)
            app.MapGet("/sign-in/openid", (string? back) => TypedResults.Challenge(new() { RedirectUri = Back.Safe(back) }, [Schemes.OpenIdConnect])).AllowAnonymous();
        if (people.Development.Enabled)
            app.MapDevelopmentSignIn();
    }

    public static RazorComponentResult<RefusedPage> Refused(SignInRefusal why) =>
        new(new { Why = why }) { StatusCode = why == SignInRefusal.TooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status403Forbidden };

    private static RazorComponentResult<SignInPage> ShowAsync(HttpContext context, string? back, bool? signedOut, IAntiforgery antiforgery, IOptions<PeopleOptions> people)
    {
        context.Response.Headers.CacheControl = "no-store";
        var tokens = antiforgery.GetAndStoreTokens(context);
        return new(new { Choices = SignInChoices.Of(people.Value), Back = Back.Safe(back), IsOut = signedOut is true, TokenField = tokens.FormFieldName, Token = tokens.RequestToken ?? "" });
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SignIns signIns, ProviderSignOut provider, IOptions<PeopleOptions> people)
    {
        var onward = context.User.Identity?.AuthenticationType switch
        {
            Schemes.Proxy => people.Value.ProxyHeader?.SignOut?.AbsoluteUri,
            Schemes.OpenIdConnect => await provider.AddressAsync(context),
            _ => null,
        };
        await signIns.EndAsync(context.User, context.RequestAborted);
        await context.SignOutAsync(Schemes.Cookie);
        return onward is null ? TypedResults.Redirect("/sign-in?signedOut=true") : Onward(context, onward);
    }

    // A form may not lead to another site, not even by a redirect; a page that moves on by itself may.
    private static RazorComponentResult<SignedOutPage> Onward(HttpContext context, string address)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Refresh"] = $"0; url={address}";
        return new(new { Onward = address });
    }
}
