using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Explanations;

public sealed class ColumnSentenceTests
{
    [Theory]
    [InlineData("errors/all/good", 212, "212 of 240 failures are at good sites.")]
    [InlineData("errors/T1/bad", 7, "7 of 240 failures are at bad T1 sites.")]
    [InlineData("errors/other/bad", 0, "No job failed at places without a tier.")]
    [InlineData("MEM*/all/any", 3, "3 of 240 failures are of another code of category MEM at any site.")]
    public void A_column_is_said_in_words(string column, long count, string expected) => Assert.Equal(expected, Say(column, count));

    [Theory]
    [InlineData(212, "212 of 240 failures are 50660 (MEM: ")]
    [InlineData(0, "No failure is 50660 (MEM: ")]
    public void An_error_code_is_named_with_its_meaning(long count, string beginning)
    {
        var sentence = Say("50660/T2/good", count);

        Assert.StartsWith(beginning, sentence, StringComparison.Ordinal);
        Assert.EndsWith("at good T2 sites.", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Lost_work_is_not_called_a_failure(long count) =>
        Assert.DoesNotContain("failure", Say("-1/all/bad", count), StringComparison.Ordinal);

    [Fact]
    public void Every_column_of_the_view_can_be_said() =>
        Assert.All(MatrixViews.Tier.Columns, column => Assert.EndsWith(".", Say(column, 3), StringComparison.Ordinal));

    [Fact]
    public void Every_column_of_the_view_with_context_can_be_said() =>
        Assert.All(ProductionViews.Context.Columns, column => Assert.EndsWith(".", Say(column, 3), StringComparison.Ordinal));

    [Theory]
    [InlineData("tier:errors/all/good", "3 of 240 failures are at good sites.")]
    [InlineData("extras:around/24h/same-code", "In the 24 hours before, 3 tasks had the same main error.")]
    [InlineData("extras:siblings", "There are 3 other tasks of the workflow reported with it.")]
    [InlineData("extras:share/MEM", "share/MEM is 1.39.")]
    public void A_column_of_the_view_with_context_is_said_in_words(string column, string expected) => Assert.Equal(expected, Say(column, 3));

    [Theory]
    [InlineData(0, "It is the first round of the request.")]
    [InlineData(1, "It is round 2 of the request.")]
    public void The_round_of_a_request_is_said_from_the_first(float value, string expected) =>
        Assert.Equal(expected, ColumnSentence.Of(new Contribution("extras:attempt", value, 0.5), 240));

    private static string Say(string column, long count) => ColumnSentence.Of(new Contribution(column, (float)Math.Log(1 + count), 0.5), 240);
}
