using WorkflowRecovery.Wr.History;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class StudyWordsTests
{
    [Fact]
    public void The_first_sentence_says_what_was_studied_how_often_and_how_long() =>
        Assert.Equal("200 tasks with errors of a name; each approach saw up to 130 of them. 1 seed. Took 1.5 minutes.", Words(Results.Of())[0]);

    [Fact]
    public void With_several_seeds_searches_still_have_one() =>
        Assert.Contains("3 seeds (searches: one)", Words(Results.Of() with { Options = Made.Options() with { Seeds = 3 } })[0]);

    [Fact]
    public void The_talks_accuracy_is_read_against_the_constant_answer()
    {
        var result = Results.Empty() with { Rows = [Made.Row(2, Metrics.Accuracy, talk: 0.9, mean: 0.912)] };

        Assert.Contains("The talk's accuracy of about 90 % (random by record): the simplest network is right in 91.2 % of the tasks, always answering plain ACDC in 25.0 %.", Words(result));
    }

    [Fact]
    public void The_setting_that_matters_most_is_named_unless_it_may_be_chance()
    {
        var result = Results.Of();

        Assert.Contains("Of the settings searched, the learning rate matters most: alone it explains 40 % of the variance of the scores.", Words(result));
        Assert.DoesNotContain(Words(result with { Importances = [new("neurons", 0.05)] }), line => line.Contains("matters most"));
    }

    [Fact]
    public void The_row_of_the_action_table_as_a_whole_is_told() =>
        Assert.Contains(Words(Results.Of()), line => line.Contains("exactly as ordered in 75.0 % of the tasks, the constant answer in 25.0 %"));

    [Fact]
    public void What_was_left_out_is_told_with_its_rows()
    {
        Skipped skipped = new(11, "a", "v", "t", "s", "r");
        var result = Results.Empty() with { Skipped = [skipped, skipped with { Row = 10 }, skipped] };

        Assert.Contains("3 of the experiments asked for could not be tried on these tasks (rows 10, 11).", Words(result));
        Assert.DoesNotContain(Words(Results.Empty()), line => line.Contains("could not"));
    }

    [Fact]
    public void Records_that_could_not_be_used_are_counted()
    {
        var tally = new HistoryTally();
        tally.Read();
        tally.Read();
        tally.Skip("a", "it is not an object");
        var result = Results.Empty();

        Assert.Contains("1 of 2 records could not be used, the first because it is not an object.", Words(result with { Source = result.Source with { Tally = tally } }));
    }

    private static List<string> Words(StudyResult result) => [.. StudyWords.Of(result)];
}
