using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Console.People;

/// <summary>Section <c>People</c>: how users sign in and what they may do. Nothing is switched on by default.</summary>
internal sealed class PeopleOptions : IValidatableObject
{
    /// <summary>A sign-in that was not used for so long is over.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan SessionLength { get; set; } = TimeSpan.FromHours(8);

    /// <summary>However much it is used, a sign-in is over after so long: roles that were taken away are gone then.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan LongestSession { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How often an open page asks whether its sign-in still holds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Recheck { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Days that the row of a sign-in is kept after it is over.</summary>
    [Range(1, 3650)]
    public int KeepSignInsDays { get; set; } = 30;

    /// <summary>Addresses (CIDR) of reverse proxies; what they say of client, scheme, host and user is believed.</summary>
    public IReadOnlyList<string> Proxies { get; set; } = [];

    public RoleOptions Roles { get; set; } = new();

    public ProviderOptions? OpenIdConnect { get; set; }

    public ProxyHeaderOptions? ProxyHeader { get; set; }

    public JwtOptions? Jwt { get; set; }

    public IReadOnlyList<TokenOptions> Tokens { get; set; } = [];

    public DevelopmentOptions Development { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => PeopleRules.Problems(this).Select(problem => new ValidationResult(problem));
}

/// <summary>Which values of the role claim or header give which role.</summary>
internal sealed class RoleOptions
{
    public IReadOnlyList<string> Viewer { get; set; } = [];

    public IReadOnlyList<string> Operator { get; set; } = [];

    public IReadOnlyList<string> Expert { get; set; } = [];

    public IReadOnlyList<string> Admin { get; set; } = [];

    /// <summary>The role of a user whom the lists do not name; none means that they are refused.</summary>
    public Role? Default { get; set; }

    public IReadOnlyList<string> Of(Role role) => role switch
    {
        Role.Viewer => Viewer,
        Role.Operator => Operator,
        Role.Expert => Expert,
        _ => Admin,
    };
}

/// <summary>OpenID Connect, code flow.</summary>
internal sealed class ProviderOptions
{
    /// <summary>Name of the provider on the sign-in page.</summary>
    public string Title { get; set; } = "single sign-on";

    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    public string NameClaim { get; set; } = "preferred_username";

    public string RoleClaim { get; set; } = "roles";

    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>Also ask the provider's userinfo address, where the identity token lacks the claims.</summary>
    public bool ReadUserInfo { get; set; }
}

/// <summary>A reverse proxy that signs users in and tells their names.</summary>
internal sealed class ProxyHeaderOptions
{
    public string UserHeader { get; set; } = "X-Remote-User";

    public string RolesHeader { get; set; } = "X-Remote-Groups";

    /// <summary>Stands between two groups.</summary>
    public string Separator { get; set; } = ";";

    /// <summary>Where the proxy ends a sign-in.</summary>
    public Uri? SignOut { get; set; }
}

/// <summary>Bearer tokens that an authority signs.</summary>
internal sealed class JwtOptions
{
    public string Authority { get; set; } = "";

    public string Audience { get; set; } = "";

    public string NameClaim { get; set; } = "sub";

    public string RoleClaim { get; set; } = "roles";
}

/// <summary>A program's own token, of which only the SHA-256 is kept.</summary>
internal sealed class TokenOptions
{
    public string Name { get; set; } = "";

    public Role Role { get; set; }

    /// <summary>Hexadecimal.</summary>
    public string Sha256 { get; set; } = "";
}

/// <summary>Sign-in with any name and role, for a console that only its own machine can reach.</summary>
internal sealed class DevelopmentOptions
{
    public bool Enabled { get; set; }

    public string Key { get; set; } = "";
}
