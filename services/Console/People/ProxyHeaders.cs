using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.People;

/// <summary>Whom a reverse proxy has signed in.</summary>
internal sealed record ProxyPerson(string Name, IReadOnlyList<string> Groups);

/// <summary>
/// Takes the proxy's headers out of every request before anything else could read them, and believes them only when
/// they come from a listed address.
/// </summary>
internal sealed class ProxyHeaders(RequestDelegate next, IOptions<PeopleOptions> options)
{
    private readonly ProxyHeaderOptions? _headers = options.Value.ProxyHeader;
    private readonly TrustedAddresses _proxies = new(options.Value.Proxies);

    public Task InvokeAsync(HttpContext context)
    {
        if (_headers is not null)
        {
            var person = _proxies.Contain(context.Connection.RemoteIpAddress) ? Read(context.Request.Headers, _headers) : null;
            if (person is not null)
                context.Features.Set(person);
            context.Request.Headers.Remove(_headers.UserHeader);
            context.Request.Headers.Remove(_headers.RolesHeader);
        }

        return next(context);
    }

    // A header that comes twice, or in one line with a comma, was written by two; which of them was the proxy nobody knows.
    private static ProxyPerson? Read(IHeaderDictionary headers, ProxyHeaderOptions names) =>
        headers[names.UserHeader] is [{ } user] && !user.Contains(',', StringComparison.Ordinal) && Person.Clean(user) is { } name && headers[names.RolesHeader] is { Count: <= 1 } groups
            ? new(name, groups.ToString().Split(names.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            : null;
}
