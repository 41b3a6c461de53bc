using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Console.Tests.People;

/// <summary>An identity provider as the console meets one: discovery, authorize, token, keys and sign-out. Whoever comes is the same person.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "console";
    public const string ClientSecret = "what the provider and the console know";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> _codes = new();
    private readonly WebApplication _app;

    private IdentityProvider(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public Uri Address { get; }

    public string Issuer => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>Who is at the provider's page.</summary>
    public string User { get; set; } = "ada";

    /// <summary>The groups of that person.</summary>
    public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>Whether the groups are told at the userinfo address alone.</summary>
    public bool TellsGroupsLater { get; set; }

    /// <summary>Whose sign-ins were ended, by the token that names them.</summary>
    public ConcurrentQueue<string> SignedOut { get; } = new();

    private SigningCredentials Credentials => new(new RsaSecurityKey(_rsa) { KeyId = "one" }, SecurityAlgorithms.RsaSha256);

    public static async Task<IdentityProvider> StartAsync(CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.AbsoluteUri.TrimEnd('/'));
        var provider = new IdentityProvider(builder.Build(), address);
        provider.Map();
        await provider._app.StartAsync(cancellation);
        return provider;
    }

    /// <summary>A signed token for a program.</summary>
    public string Token(string audience, string user, IReadOnlyList<string> groups, string? nonce = null) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = audience,
        SigningCredentials = Credentials,
        Claims = Claims(user, groups, nonce),
        Expires = DateTime.UtcNow.AddMinutes(5),
    });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private static Dictionary<string, object> Claims(string user, IReadOnlyList<string> groups, string? nonce)
    {
        Dictionary<string, object> claims = new() { ["sub"] = user, ["preferred_username"] = user, ["cern_roles"] = groups };
        if (nonce is not null)
            claims["nonce"] = nonce;
        return claims;
    }

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/authorize",
            ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/keys",
            ["userinfo_endpoint"] = $"{Issuer}/userinfo",
            ["end_session_endpoint"] = $"{Issuer}/logout",
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        _app.MapGet("/userinfo", () => Results.Json(Claims(User, Groups, nonce: null)));
        _app.MapGet("/authorize", (HttpRequest request) =>
        {
            var code = Guid.NewGuid().ToString("N");
            _codes[code] = new(request.Query["nonce"]!, request.Query["code_challenge"]!);
            return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"]!)}");
        });
        _app.MapGet("/logout", (HttpRequest request) =>
        {
            SignedOut.Enqueue(new JsonWebToken(request.Query["id_token_hint"]).Subject);
            return request.Query["client_id"] == ClientId ? Results.Redirect(request.Query["post_logout_redirect_uri"]!) : Results.BadRequest();
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var verifier = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
            return _codes.TryRemove(form["code"].ToString(), out var asked) && verifier == asked.Challenge && form["client_secret"] == ClientSecret
                ? Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = Token(ClientId, User, TellsGroupsLater ? [] : Groups, asked.Nonce) })
                : Results.BadRequest(new { error = "invalid_grant" });
        });
    }

    private object PublicKey()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) };
    }

    private sealed record Asked(string Nonce, string Challenge);
}
