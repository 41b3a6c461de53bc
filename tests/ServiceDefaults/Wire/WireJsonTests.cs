using System.Text;
using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.ServiceDefaults.Tests.Wire;

public sealed class WireJsonTests
{
    [Theory]
    [InlineData("""{"site":"A"}""")]
    [InlineData("""{"site":null,"effectiveAt":"2019-01-01T00:00:00Z"}""")]
    [InlineData("""{"site":"A","site":"B","effectiveAt":"2019-01-01T00:00:00Z"}""")]
    [InlineData("""{"site":"A","effectiveAt":"2019-01-01T00:00:00Z",}""")]
    [InlineData("""{"site":"A","effectiveAt":"2019-01-01T00:00:00Z"/* so it is */}""")]
    [InlineData("""{"Site":"A","EffectiveAt":"2019-01-01T00:00:00Z"}""")]
    [InlineData("""{"site":7,"effectiveAt":"2019-01-01T00:00:00Z"}""")]
    [InlineData("""{"site":"A","effectiveAt":"2019-01-01T00:00:00Z"} {}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("")]
    public void What_is_not_exactly_such_a_message_is_refused(string body) =>
        Assert.Throws<JsonException>(() => Status(body));

    [Theory]
    [InlineData("\"3\"")]
    [InlineData("3.5")]
    [InlineData("null")]
    [InlineData("99999999999999999999")]
    public void A_count_is_a_whole_number_without_quotes(string count) =>
        Assert.Throws<JsonException>(() => WireJson.Read<ErrorRow>(Encoding.UTF8.GetBytes($$"""{"code":1,"site":"A","count":{{count}}}""")));

    [Fact]
    public void Unknown_fields_are_ignored_and_absent_ones_are_null()
    {
        var status = Status("""{"site":"A","effectiveAt":"2019-01-01T00:00:00Z","mood":{"good":[1,2]}}""");

        Assert.Equal(new SiteStatusChanged { Site = "A", EffectiveAt = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero) }, status);
    }

    [Fact]
    public void Absent_fields_are_written_as_null_and_names_in_camel_case()
    {
        var written = Encoding.UTF8.GetString(WireJson.Write(new SiteStatusChanged { Site = "A", EffectiveAt = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero) }));

        Assert.Equal("""{"site":"A","effectiveAt":"2019-01-01T00:00:00Z","readiness":null,"status":null,"source":null}""", written);
    }

    [Theory]
    [InlineData("2019-02-03T04:05:06Z", "2019-02-03T04:05:06Z")]
    [InlineData("2019-02-03T04:05:06+02:00", "2019-02-03T02:05:06Z")]
    [InlineData("2019-02-03T04:05:06.1234567Z", "2019-02-03T04:05:06.123456Z")]
    [InlineData("2019-02-03T04:05:06.100000", "2019-02-03T04:05:06.1Z")]
    [InlineData("2019-02-03 04:05:06.5", "2019-02-03T04:05:06.5Z")]
    [InlineData("2019-02-03T04:05", "2019-02-03T04:05:00Z")]
    [InlineData("2019-02-03", "2019-02-03T00:00:00Z")]
    public void Times_are_utc_to_the_microsecond(string read, string written)
    {
        var status = Status($$"""{"site":"A","effectiveAt":"{{read}}"}""");

        Assert.Equal(TimeSpan.Zero, status.EffectiveAt.Offset);
        Assert.Contains($"\"effectiveAt\":\"{written}\"", Encoding.UTF8.GetString(WireJson.Write(status)), StringComparison.Ordinal);
        Assert.Equal(status, WireJson.Read<SiteStatusChanged>(WireJson.Write(status)));
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("\"03/02/2019\"")]
    [InlineData("\"2019-13-01\"")]
    [InlineData("\"2019-02-30T00:00:00Z\"")]
    [InlineData("1549166706")]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Anything_else_is_not_a_time(string time) =>
        Assert.Throws<JsonException>(() => Status($$"""{"site":"A","effectiveAt":{{time}}}"""));

    private static SiteStatusChanged Status(string body) => WireJson.Read<SiteStatusChanged>(Encoding.UTF8.GetBytes(body));
}
