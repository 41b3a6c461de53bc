using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Explanations;

public sealed class ColumnSentenceTests
{
    [Theory]
    [InlineData("errors/all/good", 212, "212 of 240 failures are at good sites.")]
    [InlineData("errors/T1/bad", 7, "7 of 240 failures are at bad T1 sites.")]
    [InlineData("errors/all/any", 7, "There are 7 failures.")]
    [InlineData("errors/other/bad", 0, "No job failed at places without a tier.")]
    [InlineData("MEM*/all/any", 3, "3 of 240 failures are of another code of category MEM.")]
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

    [Theory]
    [InlineData(0f)]
    [InlineData(0.25f)]
    [InlineData(1f)]
    [InlineData(1.3862944f)]
    public void Every_column_of_every_view_in_use_has_a_sentence_of_its_own_that_never_holds_its_name(float value) => Assert.All(
        ProductionViews.All.SelectMany(view => view.Columns).Where(column => value <= 1 || !IsFlag(column)),
        column =>
        {
            var text = ColumnSentence.Of(new Contribution(column, value, 0.5), 240, "RunIIFall17DRPremix");

            Assert.Matches("^[A-Z0-9].*[A-Za-z)0-9]\\.$", text);
            Assert.DoesNotMatch("/|_share|entropy|bucket|:[A-Z]|about \\.|are \\.", WithoutMeaning(text));
            Assert.DoesNotContain(column, text, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("extras:share/MEM", 0.94f, "94 % of the failures are about memory.")]
    [InlineData("extras:share/T1", 0.5f, "50 % of the failures are at T1 sites.")]
    [InlineData("extras:share/other", 0.5f, "50 % of the failures are at places without a tier.")]
    [InlineData("extras:share/good", 1f, "100 % of the failures are at good sites.")]
    [InlineData("extras:workflow/share/FILE", 0.94f, "94 % of the workflow's failures so far are about reading or writing files.")]
    [InlineData("extras:jobs/failed-share", 0.08f, "8 % of the jobs failed.")]
    [InlineData("extras:main/bad/SITE", 1f, "The commonest error at bad sites is about the site.")]
    [InlineData("extras:main/good/MEM", 0f, "The commonest error at good sites is not about memory.")]
    [InlineData("extras:campaign/Premix", 1f, "The campaign RunIIFall17DRPremix has Premix in its name.")]
    [InlineData("extras:campaign/bucket-03", 1f, "The campaign is RunIIFall17DRPremix.")]
    [InlineData("extras:around/6h/same-code-share", 0.5f, "In the 6 hours before, 50 % of the tasks had the same main error.")]
    [InlineData("extras:siblings/same-code", 0.6931472f, "There is 1 other task of the workflow with the same main error.")]
    public void Shares_and_kinds_are_said_in_words(string column, float value, string expected) =>
        Assert.Equal(expected, ColumnSentence.Of(new Contribution(column, value, 0.5), 240, "RunIIFall17DRPremix"));

    [Fact]
    public void The_commonest_error_is_named_with_its_meaning() =>
        Assert.StartsWith("The commonest error at good sites is 50660 (MEM: ", ColumnSentence.Of(new Contribution("extras:main/good/50660", 1, 0.5), 240), StringComparison.Ordinal);

    [Theory]
    [InlineData("tier:errors/all/good", "3 of 240 failures are at good sites.")]
    [InlineData("extras:around/24h/same-code", "In the 24 hours before, 3 tasks had the same main error.")]
    [InlineData("extras:siblings", "There are 3 other tasks of the workflow reported with it.")]
    [InlineData("extras:jobs", "There are 3 jobs in the task.")]
    public void A_column_of_the_view_with_context_is_said_in_words(string column, string expected) => Assert.Equal(expected, Say(column, 3));

    [Theory]
    [InlineData(0, "It is the first round of the request.")]
    [InlineData(1, "It is round 2 of the request.")]
    public void The_round_of_a_request_is_said_from_the_first(float value, string expected) =>
        Assert.Equal(expected, ColumnSentence.Of(new Contribution("extras:attempt", value, 0.5), 240));

    private static bool IsFlag(string column) =>
        column.Contains("share", StringComparison.Ordinal) || column.Contains("known", StringComparison.Ordinal) || column.Contains("main/", StringComparison.Ordinal);

    /// <summary>The meaning of a code, in brackets, holds what it holds.</summary>
    private static string WithoutMeaning(string text) => text.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? text[..at] : text;

    private static string Say(string column, long count) => ColumnSentence.Of(new Contribution(column, (float)Math.Log(1 + count), 0.5), 240);
}
