using WorkflowRecovery.Wr.Display;

namespace WorkflowRecovery.Wr.Tests.Display;

public sealed class ListingTests
{
    private const string Long = "/pdmvserv_task_HIG-RunIISummer15wmLHEGS-01662__v1_T_180815_205402_6990/HIG-RunIISummer15wmLHEGS-01662_0";

    [Fact]
    public void In_a_pipe_each_row_is_one_line_with_all_of_its_values()
    {
        var lines = Of(("task", "why"), (Long, "one two three"), ("b", "four")).Lines(width: null).ToList();

        Assert.Equal(4, lines.Count);
        Assert.Equal($"{Long}  one two three", lines[2]);
        Assert.Equal($"b{new string(' ', Long.Length + 1)}four", lines[3]);
    }

    [Fact]
    public void On_a_screen_only_the_last_column_is_broken_and_only_between_words()
    {
        var lines = Of(("id", "why"), ("0199aaaa", "the first models, and better than the constant answer")).Lines(width: 45).ToList();

        Assert.Equal(["0199aaaa  the first models, and better than", "          the constant answer"], lines[2..]);
    }

    [Fact]
    public void Rows_that_find_no_room_side_by_side_are_written_one_below_the_other()
    {
        var lines = Of(("task", "why"), (Long, "one two three")).Lines(width: 80).ToList();

        Assert.Equal([$"task  {Long}", "why   one two three", ""], lines);
    }

    [Fact]
    public void Nothing_from_outside_steers_the_terminal() =>
        Assert.Contains(@"a\u001B[2J", string.Join('\n', Of(("task", "why"), ("a\u001b[2J", "")).Lines(width: null)));

    private static Listing Of((string, string) headings, params (string, string)[] rows)
    {
        var listing = new Listing(headings.Item1, headings.Item2);
        foreach (var (first, second) in rows)
            listing.Add(first, second);
        return listing;
    }
}
