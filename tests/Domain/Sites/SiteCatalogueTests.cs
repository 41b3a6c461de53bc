using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.Tests.Sites;

public class SiteCatalogueTests
{
    [Theory]
    [InlineData("T0_CH_CERN", Tier.T0, "CH", SiteKind.Compute)]
    [InlineData("T1_UK_RAL_ECHO_Disk", Tier.T1, "UK", SiteKind.Storage)]
    [InlineData("T1_US_FNAL_MSS", Tier.T1, "US", SiteKind.Storage)]
    [InlineData("T0_CH_CERN_Export", Tier.T0, "CH", SiteKind.Storage)]
    [InlineData("T1_IT_CNAF_Buffer", Tier.T1, "IT", SiteKind.Storage)]
    [InlineData("T2_CH_CERNBOX", Tier.T2, "CH", SiteKind.Storage)]
    [InlineData("T2_CH_CERN_HLT", Tier.T2, "CH", SiteKind.Compute)]
    [InlineData("T3_XX_NeverHeardOf", Tier.T3, "XX", SiteKind.Compute)]
    [InlineData("NoReportedSite", Tier.Other, null, SiteKind.Pseudo)]
    [InlineData("Unknown", Tier.Other, null, SiteKind.Pseudo)]
    [InlineData("null", Tier.Other, null, SiteKind.Pseudo)]
    [InlineData("", Tier.Other, null, SiteKind.Pseudo)]
    [InlineData(null, Tier.Other, null, SiteKind.Pseudo)]
    [InlineData("T7_CH_Odd", Tier.Other, null, SiteKind.Compute)]
    [InlineData("T2", Tier.T2, null, SiteKind.Compute)]
    [InlineData("T", Tier.Other, null, SiteKind.Compute)]
    public void A_name_tells_tier_country_and_kind(string? name, Tier tier, string? country, SiteKind kind) =>
        Assert.Equal(new Site(name ?? "", tier, country, kind), SiteCatalogue.Of(name));

    [Fact]
    public void A_site_name_with_a_no_break_space_is_the_same_site()
    {
        Assert.Equal(SiteCatalogue.Of("T3_US_NERSC"), SiteCatalogue.Of("\u00a0T3_US_NERSC\u00a0 "));
        Assert.True(SiteCatalogue.IsKnown("T3_US_NERSC\u00a0"));
    }

    [Fact]
    public void The_153_names_of_the_recorded_actions_are_known()
    {
        Assert.Equal(153, SiteCatalogue.Known.Distinct().Count());
        Assert.Equal(SiteCatalogue.Known.Order(StringComparer.Ordinal), SiteCatalogue.Known);
        Assert.All(SiteCatalogue.Known, name => Assert.True(SiteCatalogue.IsKnown(name) && SiteCatalogue.Normalize(name) == name));
        Assert.False(SiteCatalogue.IsKnown("T2_XX_Nowhere"));
    }

    [Fact]
    public void The_known_names_have_the_published_numbers_per_tier_and_kind()
    {
        var sites = SiteCatalogue.Known.Select(SiteCatalogue.Of).ToList();
        Assert.Equal(
            [(Tier.T0, 5), (Tier.T1, 22), (Tier.T2, 57), (Tier.T3, 66), (Tier.Other, 3)],
            sites.GroupBy(site => site.Tier).Select(tier => (tier.Key, tier.Count())).Order());
        Assert.Equal(19, sites.Count(site => site.Kind == SiteKind.Storage));
        Assert.Equal(3, sites.Count(site => site.Kind == SiteKind.Pseudo));
        Assert.Equal(31, sites.Select(site => site.Country).OfType<string>().Distinct().Count());
    }
}
