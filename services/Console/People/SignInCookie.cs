using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>The cookie of a sign-in: it holds only as long as the sign-in that it names.</summary>
internal sealed class SignInCookie(IOptions<PeopleOptions> people) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public void Configure(CookieAuthenticationOptions options) => Configure(Schemes.Cookie, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != Schemes.Cookie)
            return;
        options.Cookie.Name = "workflow-recovery";
        options.Cookie.HttpOnly = true;
        // Lax, since links to a workflow in tickets and other tools are to open signed in; no POST from elsewhere gets it.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = people.Value.SessionLength;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    /// <summary>Every cookie is for encrypted connections only, but on the machine itself.</summary>
    public static void Guard(CookiePolicyOptions policy) => policy.OnAppendCookie = cookie =>
        cookie.CookieOptions.Secure |= cookie.Context.Request.IsHttps || !IsLocal(cookie.Context.Request.Host.Host);

    private static bool IsLocal(string host) => host is "localhost" || (System.Net.IPAddress.TryParse(host, out var address) && System.Net.IPAddress.IsLoopback(address));

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var signIns = context.HttpContext.RequestServices.GetRequiredService<SignIns>();
        if (context.Principal is { } person && Person.SessionOf(person) is { } session && await signIns.HoldsAsync(session, used: true, context.HttpContext.RequestAborted))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Schemes.Cookie);
    }
}
