using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using WorkflowRecovery.Console.Audit;

namespace WorkflowRecovery.Console.People;

/// <summary>OpenID Connect, code flow with PKCE; what comes of it is an ordinary sign-in with a cookie.</summary>
internal sealed class OpenIdSignIn(IOptions<PeopleOptions> people, SignIns signIns, RefusalLog refusals) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(Schemes.OpenIdConnect, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != Schemes.OpenIdConnect || people.Value.OpenIdConnect is not { } provider)
            return;
        options.Authority = provider.Authority;
        // Without encryption only on the same machine, which the options' rules see to.
        options.RequireHttpsMetadata = provider.Authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // By a link and not by a form from elsewhere, so that no cookie need be sent along with other sites' forms.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.GetClaimsFromUserInfoEndpoint = provider.ReadUserInfo;
        foreach (var claim in (string[])[provider.NameClaim, provider.RoleClaim])
            options.ClaimActions.MapJsonKey(claim, claim);
        options.CallbackPath = "/sign-in/openid/return";
        options.SignInScheme = Schemes.Cookie;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = provider.NameClaim;
        foreach (var scope in provider.Scopes)
            options.Scope.Add(scope);
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnTokenValidated = context =>
        {
            ProviderSignOut.Remember(context.Properties!, context.TokenEndpointResponse?.IdToken);
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = AdmitAsync;
        options.Events.OnRemoteFailure = RefuseAsync;
    }

    private async Task AdmitAsync(TicketReceivedContext context)
    {
        var claimed = context.Principal!;
        var name = Person.Clean(claimed.FindFirstValue(people.Value.OpenIdConnect!.NameClaim));
        var role = RoleTable.RoleFor(claimed.FindAll(people.Value.OpenIdConnect.RoleClaim).Select(claim => claim.Value), people.Value.Roles);
        if (name is not null && role is { } held)
        {
            context.Principal = await signIns.BeginAsync(name, held, Schemes.OpenIdConnect, context.HttpContext.RequestAborted);
            return;
        }

        await WriteAsync(context.HttpContext, name, name is null ? "no name" : "no role");
        Redirect(context, name is null ? SignInRefusal.Provider : SignInRefusal.NoRole);
    }

    private async Task RefuseAsync(RemoteFailureContext context)
    {
        await WriteAsync(context.HttpContext, name: null, context.Failure?.Message ?? "");
        Redirect(context, SignInRefusal.Provider);
    }

    private Task WriteAsync(HttpContext context, string? name, string why) => refusals.WriteAsync(
        new(name ?? RefusalLog.Nobody, Role: null, AuditVerbs.SignInRefused) { Details = new { way = Schemes.OpenIdConnect, why = AuditText.Bounded(why, 500) } }, KeyChecks.AddressOf(context));

    private static void Redirect(HandleRequestContext<RemoteAuthenticationOptions> context, SignInRefusal why)
    {
        context.Response.Redirect($"/sign-in/refused?why={why}");
        context.HandleResponse();
    }
}
