using Microsoft.AspNetCore.Authorization;

namespace WorkflowRecovery.Console.People;

/// <summary>Names of the policies, one for each role; a higher role fulfils the lower ones' policies too.</summary>
public static class Policies
{
    public const string Viewer = "viewer";
    public const string Operator = "operator";
    public const string Expert = "expert";
    public const string Admin = "admin";

    internal static void Add(AuthorizationOptions authorization)
    {
        foreach (var role in RoleWords.All)
            authorization.AddPolicy(role.ToWord(), policy => policy.RequireAssertion(context => Person.Is(context.User, role)));
        // Whatever says nothing of itself is for those who have a role.
        authorization.DefaultPolicy = authorization.GetPolicy(Viewer)!;
        authorization.FallbackPolicy = authorization.DefaultPolicy;
    }
}
