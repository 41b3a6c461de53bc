using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>The ways in which a request says whose it is.</summary>
internal static class Schemes
{
    /// <summary>Chooses among the others for each request.</summary>
    public const string Any = "any";

    public const string Cookie = "cookie";
    public const string OpenIdConnect = "openid";
    public const string Proxy = "proxy";
    public const string Jwt = "jwt";
    public const string Token = "token";

    /// <summary>Not a scheme of requests: a way to get a cookie.</summary>
    public const string Development = "development";

    private const string Bearer = "Bearer ";
    private const int DotsOfJwt = 2;

    public static string Of(HttpContext context) =>
        BearerOf(context) is { } token ? IsJwt(token) && HasJwt(context) ? Jwt : Token
        : context.Features.Get<ProxyPerson>() is not null ? Proxy
        : Cookie;

    public static string? BearerOf(HttpContext context) =>
        context.Request.Headers.Authorization is [{ } value] && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].Trim() : null;

    private static bool IsJwt(string token) => token.Count(letter => letter == '.') == DotsOfJwt;

    private static bool HasJwt(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<PeopleOptions>>().Value.Jwt is not null;
}
