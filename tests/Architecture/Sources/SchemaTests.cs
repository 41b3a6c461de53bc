using System.Text.RegularExpressions;

namespace WorkflowRecovery.Architecture.Tests.Sources;

/// <summary>A service's tables are its own; what others may read is a view that its migrations create.</summary>
public sealed partial class SchemaTests
{
    private static readonly IReadOnlyList<string> Schemas =
        [.. Projects.Project.Services.Select(service => service.Room.ToLowerInvariant())];

    private static readonly HashSet<string> Views = Checkout.Files("*.sql", "services")
        .SelectMany(file => CreatedView().Matches(Checkout.Read(file)).Select(match => match.Groups["name"].Value))
        .ToHashSet();

    [Fact]
    public void Another_service_is_read_through_its_views_only() => Assert.Empty(
        from file in Checkout.Files("*.cs", "services").Concat(Checkout.Files("*.sql", "services"))
        from relation in RelationsIn(file)
        where SchemaOf(relation) != OwnSchema(file) && !Views.Contains(relation)
        select $"{file}: {relation}");

    [Fact]
    public void So_do_tools() => Assert.Empty(
        from file in Checkout.Files("*.cs", "tools")
        from relation in RelationsIn(file)
        where !Views.Contains(relation)
        select $"{file}: {relation}");

    [Fact]
    public void A_service_creates_and_grants_in_its_own_schema_only() => Assert.All(
        Checkout.Files("*.sql", "services"),
        file => Assert.All(RelationsIn(file), relation => Assert.Equal(OwnSchema(file), SchemaOf(relation))));

    [Fact]
    public void Every_view_is_granted_to_somebody() => Assert.All(Views, view =>
        Assert.Contains(Checkout.Files("*.sql", "services").Select(Checkout.Read), sql => Regex.IsMatch(sql, $@"grant select on [^;]*\b{Regex.Escape(view)}\b", RegexOptions.None, TimeSpan.FromSeconds(5))));

    [Fact]
    public void The_search_finds_what_is_there()
    {
        Assert.Contains("scorer.closed_event", Views);
        Assert.Contains("scorer.closed_event", RelationsIn("services/Featurizer/Storage/SiteStatusStore.cs"));
    }

    private static IEnumerable<string> RelationsIn(string file) =>
        Relation().Matches(Checkout.Read(file)).Select(match => match.Groups["name"].Value).Where(name => Schemas.Contains(SchemaOf(name)));

    private static string OwnSchema(string file) => file.Split('/')[1].ToLowerInvariant();

    private static string SchemaOf(string relation) => relation.Split('.')[0];

    [GeneratedRegex(@"\b(from|join|into|update|table|on|references|,)\s+(?<name>[a-z]+\.[a-z_]+)\b(?!\s*\()", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Relation();

    [GeneratedRegex(@"\bcreate (or replace )?view (?<name>[a-z]+\.[a-z_]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CreatedView();
}
