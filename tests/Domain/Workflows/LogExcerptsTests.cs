using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Domain.Tests.Workflows;

public sealed class LogExcerptsTests
{
    [Fact]
    public void Nothing_logged_is_nothing_passed_on()
    {
        Assert.Null(LogExcerpts.Of(null));
        Assert.Null(LogExcerpts.Of([]));
    }

    [Fact]
    public void Every_code_has_its_first_excerpt_before_any_has_its_second()
    {
        var passed = LogExcerpts.Of([.. Enumerable.Range(0, 100).Select(at => Log(85, $"{at}")), Log(92, "a"), Log(92, "b")])!;

        Assert.Equal(LogExcerpts.Most, passed.Count);
        Assert.Equal(["0", "a", "1", "b", "2"], passed.Take(5).Select(log => log.Text));
    }

    [Fact]
    public void A_text_is_cut_to_its_length_and_never_within_a_character()
    {
        Assert.Equal(new string('x', LogExcerpts.LongestText), Of(new string('x', 5000)));
        Assert.Equal(new string('x', LogExcerpts.LongestText - 1), Of(new string('x', LogExcerpts.LongestText - 1) + "\U0001F600"));
        Assert.Equal("short", Of("short"));
    }

    private static string Of(string text) => Assert.Single(LogExcerpts.Of([Log(85, text)])!).Text;

    private static LogExcerpt Log(int code, string text) => new() { Code = code, Site = "T2_US_MIT", Text = text };
}
