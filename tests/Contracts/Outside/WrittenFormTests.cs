using System.Text;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Contracts.Tests.Outside;

public sealed class WrittenFormTests
{
    [Fact]
    public void A_message_is_camelCase_with_nulls_written_and_times_in_UTC_to_the_microsecond() => Assert.Equal(
        """{"site":"T2_CH_CERN","effectiveAt":"2020-03-01T12:00:00.000007Z","readiness":null,"status":null,"source":null}""",
        Text(Samples.SiteStatus));

    [Fact]
    public void Ids_are_written_with_hyphens_in_lower_case() => Assert.Contains(
        "\"recommendationId\":\"0b0f9a9c-5d0b-5a0e-8f6e-3d1f0d6b7a11\"",
        Text(Samples.Taken with { RecommendationId = new("0B0F9A9C-5D0B-5A0E-8F6E-3D1F0D6B7A11") }),
        StringComparison.Ordinal);

    [Fact]
    public void Numbers_are_written_without_quotes() =>
        Assert.Contains("\"cpuHours\":1.5,", Text(Samples.Outcome with { CpuHours = 1.5 }), StringComparison.Ordinal);

    [Theory]
    [InlineData("2020-03-01T12:00:00.1234567Z", "2020-03-01T12:00:00.123456Z")]
    [InlineData("2020-03-01T14:00:00+02:00", "2020-03-01T12:00:00Z")]
    [InlineData("2020-03-01T12:00:00.5", "2020-03-01T12:00:00.5Z")]
    public void A_time_that_was_read_is_written_in_UTC(string read, string written)
    {
        var message = WireJson.Read<WorkflowLeftAssistance>(Encoding.UTF8.GetBytes($$"""{"workflow":"w","leftAt":"{{read}}"}"""));

        Assert.Equal($$"""{"workflow":"w","leftAt":"{{written}}","status":null}""", Text(message));
    }

    [Fact]
    public void What_is_written_is_read_back_unchanged()
    {
        var written = WireJson.Write(Samples.Recommended);

        Assert.Equal(written, WireJson.Write(WireJson.Read<RecoveryRecommended>(written)));
    }

    private static string Text<T>(T message) => Encoding.UTF8.GetString(WireJson.Write(message));
}
