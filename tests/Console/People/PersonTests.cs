using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class PersonTests
{
    private static readonly RoleOptions Table = new() { Viewer = ["all"], Operator = ["shift"], Admin = ["boss"] };

    [Theory]
    [InlineData("all", Role.Viewer)]
    [InlineData("shift,all", Role.Operator)]
    [InlineData("all,boss,shift", Role.Admin)]
    [InlineData("All", null)]
    [InlineData("", null)]
    public void The_highest_role_of_the_groups_counts_and_none_gives_none(string groups, Role? role) =>
        Assert.Equal(role, RoleTable.RoleFor(groups.Split(','), Table));

    [Fact]
    public void A_role_includes_the_lower_ones()
    {
        var expert = Person.Of("ada", Role.Expert, Schemes.Proxy);

        Assert.True(Person.Is(expert, Role.Viewer) && Person.Is(expert, Role.Operator) && Person.Is(expert, Role.Expert));
        Assert.False(Person.Is(expert, Role.Admin));
        Assert.False(Person.Is(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Role, "admin")])), Role.Viewer));
    }

    [Theory]
    [InlineData("  ada ", "ada")]
    [InlineData("a\nb", null)]
    [InlineData("   ", null)]
    public void A_name_is_trimmed_and_has_no_control_characters(string given, string? name) => Assert.Equal(name, Person.Clean(given));

    [Theory]
    [InlineData("/workflow/x?y=1", "/workflow/x?y=1")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("https://elsewhere.example", "/")]
    [InlineData(null, "/")]
    public void A_sign_in_leads_back_into_the_console_only(string? asked, string place) => Assert.Equal(place, Back.Safe(asked));

    [Fact]
    public void A_route_that_opens_itself_without_being_listed_is_found()
    {
        var open = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/secrets"), 0, new EndpointMetadataCollection(new AllowAnonymousAttribute()), null);
        var listed = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/sign-in"), 0, new EndpointMetadataCollection(new AllowAnonymousAttribute()), null);
        var guarded = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/orders"), 0, EndpointMetadataCollection.Empty, null);

        Assert.Equal(["/secrets"], OpenRoutes.Unexpected([open, listed, guarded]));
    }
}
