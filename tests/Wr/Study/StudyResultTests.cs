using System.Text.Json;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class StudyResultTests
{
    private static readonly JsonElement Json = JsonSerializer.Deserialize<JsonElement>(Results.Of().ToJson());

    [Fact]
    public void The_parts_have_the_names_that_programs_read() => Assert.Equal(
        ["source", "records", "options", "tookSeconds", "rows", "skipped", "comparisons", "importances", "decided", "rules"], Names(Json));

    [Fact]
    public void A_row_has_the_names_that_programs_read() => Assert.All(Json.GetProperty("rows").EnumerateArray(), row => Assert.Equal(
        ["row", "approach", "view", "target", "split", "metric", "talk", "mean", "spread", "constantAnswer", "trainSeconds", "records", "seeds"], Names(row)));

    [Fact]
    public void What_was_left_out_has_its_reason() => Assert.All(Json.GetProperty("skipped").EnumerateArray(), skipped => Assert.Equal(
        ["row", "approach", "view", "target", "split", "reason"], Names(skipped)));

    [Fact]
    public void A_comparison_has_its_interval_and_its_verdict() => Assert.All(Json.GetProperty("comparisons").EnumerateArray(), comparison => Assert.Equal(
        ["target", "split", "metric", "oursName", "ours", "talkName", "talk", "low", "high", "spread", "difference", "isBetter"], Names(comparison)));

    [Fact]
    public void What_can_be_decided_has_its_interval_and_what_the_oracle_makes_of_it() => Assert.All(Json.GetProperty("decided").EnumerateArray(), decided => Assert.Equal(
        ["approach", "view", "agreement", "share", "low", "high", "workflows", "overOracle"], Names(decided)));

    [Fact]
    public void How_it_was_studied_stands_with_it()
    {
        Assert.Equal("a name", Json.GetProperty("source").GetString());
        Assert.Equal(200, Json.GetProperty("records").GetInt32());
        Assert.Equal(60, Json.GetProperty("options").GetProperty("budgetSeconds").GetDouble());
        Assert.Equal(90, Json.GetProperty("tookSeconds").GetDouble());
    }

    [Fact]
    public void What_does_not_exist_is_null_and_every_number_is_one()
    {
        var rows = Json.GetProperty("rows").EnumerateArray().ToList();

        Assert.Contains(rows, row => row.GetProperty("talk").ValueKind == JsonValueKind.Null);
        Assert.All(rows, row => Assert.Contains(row.GetProperty("mean").ValueKind, new[] { JsonValueKind.Number, JsonValueKind.Null }));
        Assert.DoesNotMatch("NaN|Infinity", Results.Of().ToJson());
    }

    [Fact]
    public void Answers_that_are_no_numbers_leave_a_hole_not_a_broken_file()
    {
        var broken = Made.Answered(Made.Experiment(), [double.NaN, double.NaN], [true, false]);

        var json = (Results.Empty() with { Rows = [.. Summary.Of([broken])] }).ToJson();

        Assert.Contains(JsonSerializer.Deserialize<JsonElement>(json).GetProperty("rows").EnumerateArray(), row => row.GetProperty("mean").ValueKind == JsonValueKind.Null);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
