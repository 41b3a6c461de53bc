using System.Text;
using CsCheck;
using WorkflowRecovery.Domain.History;

namespace WorkflowRecovery.Domain.Tests.History;

public class FileReadingTests
{
    private const string Acdc = """{"errors":{"good_sites":{"92":{"T2_CH_CERN":3}}},"parameters":{"action":"acdc"}}""";

    [Fact]
    public async Task Records_come_in_the_order_of_the_file() =>
        Assert.Equal(
            ["/b/t", "/a/t"],
            (await Files.ReadAsync($$"""{"/b/t":{{Acdc}},"/a/t":{{Acdc}}}""")).Select(entry => entry.Record?.Task));

    [Fact]
    public async Task An_empty_object_holds_no_records() => Assert.Empty(await Files.ReadAsync(" { } \n"));

    [Fact]
    public async Task A_byte_order_mark_is_no_fault() =>
        Assert.NotNull(Assert.Single(await Files.ReadAsync("\uFEFF" + $$"""{"/a/t":{{Acdc}}}""")).Record);

    [Fact]
    public async Task Of_two_records_with_one_key_the_first_is_kept()
    {
        var entries = await Files.ReadAsync($$$$"""{"/a/t":{{{{Acdc}}}},"/a/t":{"parameters":{"action":"clone"}}}""");
        Assert.NotNull(entries[0].Record);
        Assert.Null(entries[1].Record);
        Assert.Contains("first one is kept", entries[1].Skipped);
    }

    [Fact]
    public async Task A_key_that_is_not_a_task_is_skipped_by_name()
    {
        var entries = await Files.ReadAsync($$"""{"workflow":{{Acdc}},"/a/t":{{Acdc}}}""");
        Assert.Equal("workflow", entries[0].Key);
        Assert.Contains("not a task path", entries[0].Skipped);
        Assert.NotNull(entries[1].Record);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task A_file_that_is_not_an_object_says_so(string json)
    {
        var entry = Assert.Single(await Files.ReadAsync(json));
        Assert.Equal("", entry.Key);
        Assert.Contains("does not hold a JSON object", entry.Skipped);
    }

    [Fact]
    public async Task A_broken_tail_is_named_by_byte_and_line_after_the_records_before_it()
    {
        var sound = $$"""{"/a/t":{{Acdc}},""" + "\n" + $$""" "/b/t":{{Acdc}},""" + "\n";
        var entries = await Files.ReadAsync(sound + "  \"/c/t\": oops");
        Assert.Equal(["/a/t", "/b/t", ""], entries.Select(entry => entry.Key));
        Assert.Contains($"at byte {sound.Length + 10} (line 3)", entries[2].Skipped);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{} {}", "not valid JSON")]
    [InlineData("{\"/a/t\":{}", "not valid JSON")]
    [InlineData("{\"/a/t\"", "not valid JSON")]
    [InlineData("{/* remark */}", "not valid JSON")]
    public async Task A_file_that_breaks_ends_in_one_entry_without_a_key(string json, string reason)
    {
        var last = (await Files.ReadAsync(json))[^1];
        Assert.Equal("", last.Key);
        Assert.Contains(reason, last.Skipped);
    }

    [Fact]
    public async Task A_file_cut_anywhere_still_gives_the_whole_records_before_the_cut()
    {
        var json = Encoding.UTF8.GetBytes($$"""{"/a/t":{{Acdc}},"/b/t":{{Acdc}}}""");
        var firstEnds = Encoding.UTF8.GetByteCount($$"""{"/a/t":{{Acdc}}""");
        for (var length = 0; length < json.Length; length++)
        {
            var entries = await Files.ReadAsync(new MemoryStream(json, 0, length));
            Assert.Equal("", entries[^1].Key);
            Assert.Equal(length >= firstEnds, entries[0].Record is not null);
        }
    }

    [Fact]
    public Task Changed_bytes_never_make_the_reading_throw_or_hang() =>
        Gen.Select(Gen.Int[0, 150], Gen.Byte, Gen.Int[1, 40]).SampleAsync(async (place, value, step) =>
        {
            var json = Encoding.UTF8.GetBytes($$"""{"/é/t":{{Acdc}},"/b/t":{{Acdc}}}""");
            json[place] = value;
            return (await Files.ReadAsync(new TricklingStream(json, step))).Count <= 3;
        }, iter: 3000);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public async Task The_size_of_the_pieces_makes_no_difference(int step)
    {
        var json = Encoding.UTF8.GetBytes("\uFEFF{" + string.Join(",\n", Enumerable.Range(0, 40).Select(index => $"\"/é{index}/t\":{Acdc}")) + "}");
        var whole = await Files.ReadAsync(new MemoryStream(json));
        var pieces = await Files.ReadAsync(new TricklingStream(json, step));
        Assert.Equal(40, whole.Count(entry => entry.Record is not null));
        Assert.Equal(whole.Select(entry => entry.Record), pieces.Select(entry => entry.Record));
    }

    [Fact]
    public async Task A_record_larger_than_the_first_buffer_is_read_whole()
    {
        var cells = string.Join(',', Enumerable.Range(0, 50_000).Select(index => $"\"T2_XX_{index}\":1"));
        var entries = await Files.ReadAsync($$$$"""{"/a/t":{"errors":{"bad_sites":{"92":{ {{{{cells}}}} }}},"parameters":{"action":"acdc"}},"/b/t":{{{{Acdc}}}}}""");
        Assert.Equal([50_000, 1], entries.Select(entry => entry.Record?.Matrix.Cells.Length ?? 0));
    }

    [Fact]
    public async Task A_record_beyond_64_MiB_ends_the_reading_after_the_records_before_it()
    {
        var json = new byte[65 * 1024 * 1024];
        Array.Fill(json, (byte)'x');
        Encoding.UTF8.GetBytes($$"""{"/a/t":{{Acdc}},"/b/t":{"remark":" """).CopyTo(json, 0);
        var entries = await Files.ReadAsync(new MemoryStream(json));
        Assert.NotNull(entries[0].Record);
        Assert.Equal(2, entries.Count);
        Assert.Contains($"more than {64 * 1024 * 1024} bytes", entries[1].Skipped);
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_loses_its_record_only()
    {
        var json = Encoding.Latin1.GetBytes($$$$"""{"/a/t":{"errors":{"good_sites":{"92":{"T2_é":1}}},"parameters":{"action":"acdc"}},"/b/t":{{{{Acdc}}}}}""");
        var entries = await Files.ReadAsync(new MemoryStream(json));
        Assert.Contains("UTF-8", entries[0].Skipped);
        Assert.NotNull(entries[1].Record);
    }
}
