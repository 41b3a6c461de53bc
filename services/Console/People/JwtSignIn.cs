using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>Bearer tokens that a configured authority has signed for us.</summary>
internal sealed class JwtSignIn(IOptions<PeopleOptions> people) : IConfigureNamedOptions<JwtBearerOptions>
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
        options.Events = new() { OnTokenValidated = context => AdmitAsync(context, jwt) };
    }

    private Task AdmitAsync(TokenValidatedContext context, JwtOptions jwt)
    {
        var claimed = context.Principal!;
        if (Person.Clean(claimed.FindFirstValue(jwt.NameClaim)) is { } name)
            context.Principal = Person.Of(name, RoleTable.RoleFor(claimed.FindAll(jwt.RoleClaim).Select(claim => claim.Value), people.Value.Roles), Schemes.Jwt);
        else
            context.Fail("the token names nobody");
        return Task.CompletedTask;
    }
}
