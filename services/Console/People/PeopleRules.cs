namespace WorkflowRecovery.Console.People;

/// <summary>What may not be configured.</summary>
internal static class PeopleRules
{
    private const int ShortestKey = 16;
    private const int Sha256Digits = 64;

    public static IEnumerable<string> Problems(PeopleOptions options) =>
        Proxies(options).Concat(Provider(options.OpenIdConnect)).Concat(Jwt(options.Jwt)).Concat(Tokens(options.Tokens)).Concat(Development(options.Development));

    private static IEnumerable<string> Proxies(PeopleOptions options)
    {
        foreach (var address in options.Proxies.Where(address => !TrustedAddresses.IsReadable(address)))
            yield return $"People:Proxies holds neither an address nor a network: {address}";
        if (options.ProxyHeader is null)
            yield break;
        if (options.Proxies.Count == 0)
            yield return "People:ProxyHeader needs People:Proxies: the addresses that may send it";
        if (options.ProxyHeader is { UserHeader.Length: 0 } or { RolesHeader.Length: 0 } or { Separator.Length: 0 })
            yield return "People:ProxyHeader needs UserHeader, RolesHeader and Separator";
        if (options.ProxyHeader.SignOut is { } address1 && !IsWeb(address1.OriginalString))
            yield return "People:ProxyHeader:SignOut must be an http or https address";
    }

    private static IEnumerable<string> Provider(ProviderOptions? provider)
    {
        if (provider is null)
            yield break;
        if (!IsSafe(provider.Authority))
            yield return "People:OpenIdConnect:Authority must be an https address (http only on the same machine)";
        if (provider is { ClientId.Length: 0 } or { ClientSecret.Length: 0 } or { NameClaim.Length: 0 } or { RoleClaim.Length: 0 })
            yield return "People:OpenIdConnect needs ClientId, ClientSecret, NameClaim and RoleClaim";
    }

    private static IEnumerable<string> Jwt(JwtOptions? jwt)
    {
        if (jwt is null)
            yield break;
        if (!IsSafe(jwt.Authority))
            yield return "People:Jwt:Authority must be an https address (http only on the same machine)";
        if (jwt is { Audience.Length: 0 } or { NameClaim.Length: 0 } or { RoleClaim.Length: 0 })
            yield return "People:Jwt needs Audience, NameClaim and RoleClaim";
    }

    private static IEnumerable<string> Tokens(IReadOnlyList<TokenOptions> tokens)
    {
        foreach (var token in tokens)
        {
            if (Person.Clean(token.Name) is null || !Enum.IsDefined(token.Role))
                yield return "People:Tokens: every token needs a Name and a Role";
            if (token.Sha256.Length != Sha256Digits || !token.Sha256.All(char.IsAsciiHexDigit))
                yield return $"People:Tokens: Sha256 of {token.Name} must have {Sha256Digits} hexadecimal digits";
        }
    }

    private static IEnumerable<string> Development(DevelopmentOptions development)
    {
        if (development.Enabled && development.Key.Length < ShortestKey)
            yield return $"People:Development:Key must have at least {ShortestKey} characters";
    }

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    public static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
