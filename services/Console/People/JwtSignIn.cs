using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace WorkflowRecovery.Console.People;

/// <summary>Bearer tokens that a configured authority has signed for us.</summary>
internal sealed class JwtSignIn(IOptions<PeopleOptions> people, KeyChecks checks) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(Schemes.Jwt, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != Schemes.Jwt || people.Value.Jwt is not { } jwt)
            return;
        options.Authority = jwt.Authority;
        options.Audience = jwt.Audience;
        options.RequireHttpsMetadata = jwt.Authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        options.MapInboundClaims = false;
        options.Events = new()
        {
            OnMessageReceived = Receive,
            OnTokenValidated = context => AdmitAsync(context, jwt),
            OnAuthenticationFailed = RefuseAsync,
        };
    }

    private Task Receive(MessageReceivedContext context)
    {
        if (checks.MustWait(context.HttpContext))
            context.Fail("too many wrong keys or tokens came from this address");
        return Task.CompletedTask;
    }

    /// <summary>That the authority cannot be reached is not the fault of whoever sent the token.</summary>
    private Task RefuseAsync(AuthenticationFailedContext context) => context.Exception is SecurityTokenException or ArgumentException
        ? checks.RefuseAsync(context.HttpContext, Schemes.Jwt, context.Exception.GetType().Name)
        : Task.CompletedTask;

    private async Task AdmitAsync(TokenValidatedContext context, JwtOptions jwt)
    {
        var claimed = context.Principal!;
        if (Person.Clean(claimed.FindFirstValue(jwt.NameClaim)) is { } name)
        {
            context.Principal = Person.Of(name, RoleTable.RoleFor(claimed.FindAll(jwt.RoleClaim).Select(claim => claim.Value), people.Value.Roles), Schemes.Jwt);
            return;
        }

        await checks.RefuseAsync(context.HttpContext, Schemes.Jwt, "no name");
        context.Fail("the token names nobody");
    }
}
