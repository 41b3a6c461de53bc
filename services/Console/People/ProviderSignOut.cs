using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>Where a sign-in that came from the provider is ended there as well.</summary>
internal sealed partial class ProviderSignOut(IServiceProvider services, ILogger<ProviderSignOut> logger)
{
    /// <summary>Name of the identity token beside the cookie's user, by which the provider knows which of its sign-ins is meant.</summary>
    public const string Hint = "id_token";

    // A cookie must stay small enough to be sent.
    private const int LongestHint = 6_000;

    public static void Remember(AuthenticationProperties properties, string? identityToken)
    {
        if (identityToken is { Length: <= LongestHint })
            properties.StoreTokens([new() { Name = Hint, Value = identityToken }]);
    }

    /// <summary>Null when the provider offers nothing of the kind or cannot be asked; read before the cookie is gone.</summary>
    public async Task<string?> AddressAsync(HttpContext context)
    {
        var options = services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(Schemes.OpenIdConnect);
        try
        {
            var provider = await options.ConfigurationManager!.GetConfigurationAsync(context.RequestAborted);
            return PeopleRules.IsWeb(provider.EndSessionEndpoint) ? QueryHelpers.AddQueryString(provider.EndSessionEndpoint, new Dictionary<string, string?>
            {
                ["id_token_hint"] = await context.GetTokenAsync(Schemes.Cookie, Hint),
                ["client_id"] = options.ClientId,
                ["post_logout_redirect_uri"] = $"{context.Request.Scheme}://{context.Request.Host}/sign-in",
            }) : null;
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogUnreachable(failure);
            return null;
        }
    }

    [LoggerMessage(150, LogLevel.Warning, "The identity provider could not be asked where its sign-ins are ended")]
    private partial void LogUnreachable(Exception failure);
}
