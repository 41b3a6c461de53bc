using WorkflowRecovery.Console.Cases.Logs;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Tests.Cases.Logs;

public sealed class LogChoiceTests
{
    [Fact]
    public void Codes_come_as_given_others_after_them() =>
        Assert.Equal([92, 1, 5], LogChoice.Of([Log(5, "a"), Log(1, "b"), Log(92, "c")], [92, 1]).Select(ofCode => ofCode.Code));

    [Fact]
    public void A_few_of_each_code_are_shown_and_the_others_counted()
    {
        var ofCode = Assert.Single(LogChoice.Of([.. Enumerable.Range(0, 10).Select(n => Log(1, $"{n}"))], []));

        Assert.Equal(["0", "1", "2"], ofCode.Shown.Select(log => log.Text));
        Assert.Equal(7, ofCode.More);
    }

    [Fact]
    public void Long_texts_are_cut_between_letters()
    {
        var text = new string('a', LogChoice.LongestText - 1) + "\U0001F600" + new string('b', 100);

        Assert.Equal(new string('a', LogChoice.LongestText - 1) + " …", LogChoice.Of([Log(1, text)], [])[0].Shown[0].Text);
    }

    private static LogExcerpt Log(int code, string text) => new() { Code = code, Site = "T2_A", Text = text };
}
