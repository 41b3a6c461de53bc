namespace WorkflowRecovery.Console.People;

/// <summary>The ways that are configured for people.</summary>
/// <param name="Provider">Name of the OpenID Connect provider, or null.</param>
/// <param name="Proxy">Whether a proxy signs users in.</param>
/// <param name="Development">Whether any name and role will do.</param>
public sealed record SignInChoices(string? Provider, bool Proxy, bool Development)
{
    public bool None => Provider is null && !Proxy && !Development;

    internal static SignInChoices Of(PeopleOptions options) =>
        new(options.OpenIdConnect?.Title, options.ProxyHeader is not null, options.Development.Enabled);
}
