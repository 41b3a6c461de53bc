using System.Text;
using WorkflowRecovery.Console.TodaysTools;

namespace WorkflowRecovery.Console.Tests.TodaysTools;

public sealed class ReportBodyTests
{
    [Theory]
    [InlineData("""{"key": "k", "workflows": ["a", """, "k")]
    [InlineData("""{"other": {"key": "inner"}, "key": "k", "workf""", "k")]
    [InlineData("""{"other": {"key": "inner"}, "workflows": [""", null)]
    [InlineData("""{"key": 1, "workflows": [""", null)]
    [InlineData("""{"key": "half of i""", null)]
    [InlineData("""["key", "k", """, null)]
    [InlineData("no JSON", null)]
    [InlineData("", null)]
    public void The_key_is_found_in_the_beginning_of_a_message(string beginning, string? key) =>
        Assert.Equal(key, ReportBody.KeyAtTheBeginning(Encoding.UTF8.GetBytes(beginning)));
}
