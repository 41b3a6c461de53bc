using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>Whoever may make the calls of today's tools: listed addresses, holders of the key, and who is signed in.</summary>
internal sealed class ToolCaller : IAuthorizationRequirement
{
    public const string Policy = "todays-tools";
}

/// <summary>Recognises callers of today's tools.</summary>
internal sealed class ToolAccess(IOptions<ToolsOptions> options, KeyChecks checks) : AuthorizationHandler<ToolCaller>
{
    public const string Way = "tools";

    private const string Relayed = "X-Forwarded-For";
    private readonly byte[]? _key = options.Value.KeyHash;
    private readonly TrustedAddresses _clients = new(options.Value.AllowedClients is { Count: > 0 } listed ? listed : ["127.0.0.0/8", "::1"]);

    /// <summary>Whether a browser asks: programs do not say from which site they come.</summary>
    public static bool IsBrowser(HttpRequest request) => request.Headers.ContainsKey("Sec-Fetch-Site");

    /// <summary>Whether a text is the key.</summary>
    public async Task<bool> HasKeyAsync(HttpContext context, string given) =>
        await checks.TryAsync(context, Way, () => _key is not null && Secret.HasHash(given, _key) ? _key : null) is not null;

    /// <summary>Whether too many wrong keys came from there.</summary>
    public bool MustWait(HttpContext context) => checks.MustWait(context);

    /// <summary>The key beside the body, in a header or in the address; null when there is none.</summary>
    public string? KeyOf(HttpRequest request) =>
        request.Headers[options.Value.KeyHeader] is [{ } header] ? header
        : options.Value.KeyParameter is { Length: > 0 } name && request.Query[name] is [{ } parameter] ? parameter
        : null;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ToolCaller requirement)
    {
        if (Person.Is(context.User, Role.Viewer)
            || (context.Resource is HttpContext request && (IsListed(request) || (KeyOf(request.Request) is { } key && await HasKeyAsync(request, key)))))
            context.Succeed(requirement);
    }

    // Of a proxy of ours the header has been taken out; of another one the address is not the client's. And a browser is no listed program.
    private bool IsListed(HttpContext context) =>
        _clients.Contain(context.Connection.RemoteIpAddress ?? IPAddress.None)
        && !context.Request.Headers.ContainsKey(Relayed) && !IsBrowser(context.Request);
}
