using System.Diagnostics;
using WorkflowRecovery.Console.Cases.Logs;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Tests.Cases.Logs;

public sealed class InputFilesTests
{
    [Theory]
    [InlineData("Failed to open file /store/mc/A-1/B_2/x.root.", "/store/mc/A-1/B_2/x.root")]
    [InlineData("cannot open 'root://xrootd.example:1094//store/data/x.root': timeout", "root://xrootd.example:1094//store/data/x.root")]
    [InlineData("LFN=/store/a/b.root;", "/store/a/b.root")]
    [InlineData("[file:/tmp/in.root]", "file:/tmp/in.root")]
    [InlineData("<b>/store/x<script>.root</b>", null)]
    [InlineData("/store/x.rootless and x.root", null)]
    public void Files_are_found_in_what_logs_say(string text, string? file) =>
        Assert.Equal(file is null ? [] : [file], InputFiles.Of([Log(8021, text)]).Select(found => found.Name));

    [Fact]
    public void Codes_that_are_not_about_files_name_none() => Assert.Empty(InputFiles.Of([Log(50660, "/store/a.root")]));

    [Fact]
    public void A_file_tells_who_named_it_and_whether_it_seems_torn()
    {
        var file = Assert.Single(InputFiles.Of([Log(85, "R__unzip: error in /store/a.root", "T2_B"), Log(92, "/store/a.root", "T2_A"), Log(85, "/store/a.root", "T2_A")]));

        Assert.Equal([85, 92], file.Codes);
        Assert.Equal(["T2_A", "T2_B"], file.Sites);
        Assert.True(file.IsTorn);
    }

    [Fact]
    public void The_files_of_most_logs_come_first_and_no_more_than_one_reads()
    {
        var files = InputFiles.Of([.. Enumerable.Range(0, 300).Select(n => Log(84, $"/store/{n}.root")), Log(84, "/store/7.root"), Log(84, "/store/7.root")]);

        Assert.Equal("/store/7.root", files[0].Name);
        Assert.Equal(InputFiles.Most, files.Count);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("root://")]
    [InlineData(" /a")]
    [InlineData("/a.roo")]
    [InlineData("root://a ")]
    public void A_text_made_to_take_long_does_not(string part)
    {
        var begin = Stopwatch.GetTimestamp();

        InputFiles.Of([Log(8028, string.Concat(Enumerable.Repeat(part, 4_000_000 / part.Length)))]);

        Assert.InRange(Stopwatch.GetElapsedTime(begin), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static LogExcerpt Log(int code, string text, string site = "T2_A") => new() { Code = code, Site = site, Text = text };
}
