using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Ingestor.Intake;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Ingestor.Tests.Intake;

public sealed class GoodInputTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> AllKeys => [.. GoodBody.RoutingKeysOfAll];

    public static TheoryData<string, string> OptionalFields
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (key, name) in Optional.SelectMany(kind => kind.Value, (kind, name) => (kind.Key, name)))
                data.Add(key, name);
            return data;
        }
    }

    private static Dictionary<string, string[]> Optional => new()
    {
        [RoutingKeys.WorkflowAssistance] =
        [
            "observedAt", "status", "requestType", "taskType", "campaign", "prepId", "priority", "memoryMb", "cores",
            "splittingAlgorithm", "totalJobs", "failedJobs", "attempt", "sites", "hasRecoveryDocument", "logs",
        ],
        [RoutingKeys.SiteStatus] = ["readiness", "status", "source"],
        [RoutingKeys.ActionRecorded] = ["task", "memoryMb", "splitting", "xrootd", "secondary", "cores", "sites", "reasons", "operator", "recommendationId"],
        [RoutingKeys.ActionTaken] = ["task", "created", "detail"],
        [RoutingKeys.ActionOutcome] = ["recommendationId", "request", "attempt", "recoveredJobs", "failedJobs", "cpuHours", "succeeded"],
        [RoutingKeys.WorkflowLeft] = ["status"],
    };

    [Theory]
    [MemberData(nameof(AllKeys))]
    public void A_message_with_its_required_fields_is_good(string key) => Good(key, GoodBody.Text(key));

    [Theory]
    [MemberData(nameof(AllKeys))]
    public void Unknown_fields_are_ignored(string key) =>
        Same(key, GoodBody.Text(key), GoodBody.Text(key, ("unheardOf", """{"a":[1,null,{"b":"c"}]}"""), ("Workflow", "7")));

    [Theory]
    [MemberData(nameof(OptionalFields))]
    public void An_optional_field_that_is_null_is_as_good_as_absent(string key, string field) =>
        Same(key, GoodBody.Text(key, (field, null)), GoodBody.Text(key, (field, "null")));

    [Theory]
    [InlineData("2020-03-01T12:00:00Z")]
    [InlineData("2020-03-01T12:00:00.000000Z")]
    [InlineData("2020-03-01T12:00:00")]
    [InlineData("2020-03-01 12:00:00")]
    [InlineData("2020-03-01T12:00Z")]
    [InlineData("2020-03-01T14:00:00+02:00")]
    [InlineData("2020-03-01T06:30:00.0-05:30")]
    [InlineData("2020-03-01T12:00:00.0000009Z")]
    public void A_time_is_read_as_UTC_to_the_microsecond(string written)
    {
        var status = Good<SiteStatusChanged>(RoutingKeys.SiteStatus, ("effectiveAt", $"\"{written}\""));

        Assert.Equal(new DateTimeOffset(2020, 3, 1, 12, 0, 0, TimeSpan.Zero), status.EffectiveAt);
        Assert.Equal(TimeSpan.Zero, status.EffectiveAt.Offset);
    }

    [Fact]
    public void Rows_of_one_code_and_site_are_summed()
    {
        var rows = """[{"code":2,"site":"B","count":1},{"code":1,"site":"A","count":2},{"code":1,"site":" A\u00a0","count":3},{"code":1,"site":"A","count":0}]""";

        Assert.Equal(
            [new ErrorRow { Code = 1, Site = "A", Count = 5 }, new ErrorRow { Code = 2, Site = "B", Count = 1 }],
            Good<WorkflowAssistanceRequested>(RoutingKeys.WorkflowAssistance, ("errors", rows)).Errors);
    }

    [Fact]
    public void A_count_of_zero_is_dropped_except_for_lost_work_where_it_is_one()
    {
        var rows = """[{"code":1,"site":"A","count":0},{"code":-1,"site":"A","count":0}]""";

        Assert.Equal(
            [new ErrorRow { Code = -1, Site = "A", Count = 1 }],
            Good<WorkflowAssistanceRequested>(RoutingKeys.WorkflowAssistance, ("errors", rows)).Errors);
    }

    [Fact]
    public void No_error_at_all_is_good() =>
        Assert.Empty(Good<WorkflowAssistanceRequested>(RoutingKeys.WorkflowAssistance, ("errors", "[]")).Errors);

    [Theory]
    [InlineData(@"T2_CH_CERN\u00a0")]
    [InlineData(@"\u00a0 T2_CH_CERN")]
    [InlineData("  T2_CH_CERN  ")]
    public void White_space_around_a_site_name_does_not_count(string written)
    {
        Assert.Equal("T2_CH_CERN", Good<SiteStatusChanged>(RoutingKeys.SiteStatus, ("site", $"\"{written}\"")).Site);
        Assert.Equal(["T2_CH_CERN"], Good<OperatorActionRecorded>(RoutingKeys.ActionRecorded, ("sites", $"""["{written}","T2_CH_CERN"]""")).Sites);
        Assert.Equal(["T2_CH_CERN"], Good<WorkflowAssistanceRequested>(RoutingKeys.WorkflowAssistance, ("sites", $"""["{written}"]""")).Sites);
    }

    [Fact]
    public void A_name_of_512_characters_is_good() =>
        Good(RoutingKeys.SiteStatus, GoodBody.Text(RoutingKeys.SiteStatus, ("site", $"\"{new string('s', 512)}\"")));

    [Fact]
    public void Hours_may_be_written_with_an_exponent() =>
        Assert.Equal(1500, Good<RecoveryOutcomeReported>(RoutingKeys.ActionOutcome, ("cpuHours", "1.5e3")).CpuHours);

    private static T Good<T>(string key, (string, string?) change) => Assert.IsType<T>(Good(key, GoodBody.Text(key, change)));

    private static object Good(string key, string body) =>
        Assert.IsType<IntakeResult.Good>(IntakeParser.Parse(key, System.Text.Encoding.UTF8.GetBytes(body), Now)).Message;

    private static void Same(string key, string one, string other) =>
        Assert.Equal(WireJson.Write(Good(key, one)), WireJson.Write(Good(key, other)));
}
