using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>A request that came through the proxy is the proxy's user's.</summary>
internal sealed class ProxyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> scheme, ILoggerFactory logs, UrlEncoder encoder, IOptions<PeopleOptions> people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(scheme, logs, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Features.Get<ProxyPerson>() is not { } told)
            return Task.FromResult(AuthenticateResult.NoResult());
        var person = Person.Of(told.Name, RoleTable.RoleFor(told.Groups, people.Value.Roles), Schemes.Proxy);
        return Task.FromResult(AuthenticateResult.Success(new(person, Scheme.Name)));
    }
}
