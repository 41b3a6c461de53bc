using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>Programs with a token of their own.</summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> scheme, ILoggerFactory logs, UrlEncoder encoder, IOptions<PeopleOptions> people, KeyChecks checks)
    : AuthenticationHandler<AuthenticationSchemeOptions>(scheme, logs, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Schemes.BearerOf(Context) is not { } given)
            return AuthenticateResult.NoResult();
        return await checks.TryAsync(Context, Schemes.Token, () => Find(given)) is { } person
            ? AuthenticateResult.Success(new(person, Scheme.Name))
            : AuthenticateResult.Fail("no such token");
    }

    // Every token is looked at, so that the time does not tell how far down the list one is.
    private ClaimsPrincipal? Find(string given)
    {
        TokenOptions? found = null;
        foreach (var token in people.Value.Tokens)
        {
            if (Secret.HasHash(given, Convert.FromHexString(token.Sha256)))
                found = token;
        }

        return found is null ? null : Person.Of(found.Name, found.Role, Schemes.Token);
    }
}
