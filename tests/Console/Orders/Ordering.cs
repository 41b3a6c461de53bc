using System.Security.Claims;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.Console.Tests.Orders;

/// <summary>Who orders, and what.</summary>
internal static class Ordering
{
    public static readonly ClaimsPrincipal Ada = Person.Of("ada", Role.Operator, "test");
    public static readonly ClaimsPrincipal Expert = Person.Of("grace", Role.Expert, "test");
    public static readonly ClaimsPrincipal Viewer = Person.Of("eve", Role.Viewer, "test");

    public static readonly OrderedRecovery Plain = new() { Action = "acdc", SiteMode = "auto", Sites = [], Reasons = ["the site is back"] };

    public static OrderRequest Of(OrderedRecovery ordered, params CaseSeen[] cases) => new(cases, ordered, "a test");
}
