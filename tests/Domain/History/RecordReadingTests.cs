using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.Tests.History;

public class RecordReadingTests
{
    [Fact]
    public async Task A_record_is_read_with_its_errors_at_good_and_bad_sites()
    {
        var entry = await Files.OnlyAsync("""
            {"errors":{"good_sites":{"92":{"T2_CH_CERN":3}},"bad_sites":{"-1":{"T1_UK_RAL_Disk":1},"92":{"T1_UK_RAL":2}}},
             "parameters":{"action":"acdc","sites":["T2_CH_CERN"]}}
            """);
        Assert.Equal(Files.Task, entry.Key);
        Assert.Empty(entry.Notes);
        Assert.NotNull(entry.Record);
        Assert.Equal("pdmvserv_task_TOP-RunIIFall17wmLHEGS-00001__v1_T_180102_030405_6", entry.Record.Workflow);
        Assert.Equal(
            SiteErrorMatrix.Of(
            [
                new(92, "T2_CH_CERN", Readiness.Green, 3),
                new(-1, "T1_UK_RAL_Disk", Readiness.None, 1),
                new(92, "T1_UK_RAL", Readiness.None, 2),
            ]),
            entry.Record.Matrix);
    }

    [Theory]
    [InlineData("""{"parameters":{"action":"acdc"}}""")]
    [InlineData("""{"parameters":{"action":"acdc"},"errors":null}""")]
    [InlineData("""{"parameters":{"action":"acdc"},"errors":{}}""")]
    [InlineData("""{"parameters":{"action":"acdc"},"errors":{"good_sites":{},"bad_sites":null}}""")]
    [InlineData("""{"parameters":{"action":"acdc"},"errors":{"bad_sites":{"92":{}}},"more":[1,{"a":2}]}""")]
    public async Task A_record_without_errors_is_kept_with_an_empty_matrix(string record)
    {
        var entry = await Files.OnlyAsync(record);
        Assert.Equal(SiteErrorMatrix.Empty, entry.Record?.Matrix);
        Assert.Empty(entry.Notes);
    }

    [Fact]
    public async Task A_site_name_with_a_no_break_space_is_the_same_site()
    {
        var entry = await Files.OnlyAsync(
            """{"errors":{"good_sites":{"92":{"T3_US_NERSC":3,"T3_US_NERSC\u00a0":4}}},"parameters":{"action":"acdc","sites":["T3_US_NERSC\u00a0","T3_US_NERSC"]}}""");
        Assert.Equal([new MatrixCell(92, "T3_US_NERSC", Readiness.Green, 7)], entry.Record!.Matrix.Cells);
        Assert.Equal(["T3_US_NERSC"], entry.Record.Action.Sites);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("1000000001")]
    [InlineData("99999999999999999999999999")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("\"many\"")]
    public async Task A_count_that_is_none_loses_its_cell_only(string count)
    {
        var entry = await Files.OnlyAsync(
            $$$$"""{"errors":{"good_sites":{"92":{"T2_CH_CERN":{{{{count}}}},"T2_DE_DESY":5}}},"parameters":{"action":"acdc"}}""");
        Assert.Equal([new MatrixCell(92, "T2_DE_DESY", Readiness.Green, 5)], entry.Record!.Matrix.Cells);
        Assert.Contains("T2_CH_CERN", Assert.Single(entry.Notes));
    }

    [Fact]
    public async Task A_count_written_as_text_is_a_count()
    {
        var entry = await Files.OnlyAsync("""{"errors":{"good_sites":{"92":{"T2_CH_CERN":"12"}}},"parameters":{"action":"acdc"}}""");
        Assert.Equal(12, entry.Record!.Matrix.TotalErrors);
    }

    [Fact]
    public async Task A_code_that_is_not_a_number_is_left_out_with_a_note()
    {
        var entry = await Files.OnlyAsync(
            """{"errors":{"good_sites":{"NotReported":{"T2_CH_CERN":1},"85":{"T2_CH_CERN":2}}},"parameters":{"action":"acdc"}}""");
        Assert.Equal([85], entry.Record!.Matrix.Cells.Select(cell => cell.Code));
        Assert.Contains("NotReported", Assert.Single(entry.Notes));
    }

    [Theory]
    [InlineData("""{"errors":[],"parameters":{"action":"acdc"}}""")]
    [InlineData("""{"errors":{"good_sites":"none"},"parameters":{"action":"acdc"}}""")]
    [InlineData("""{"errors":{"good_sites":{"92":7}},"parameters":{"action":"acdc"}}""")]
    public async Task Errors_of_another_shape_are_left_out_with_a_note(string record)
    {
        var entry = await Files.OnlyAsync(record);
        Assert.Equal(SiteErrorMatrix.Empty, entry.Record?.Matrix);
        Assert.Single(entry.Notes);
    }

    [Fact]
    public async Task A_site_name_longer_than_any_is_left_out_with_a_note()
    {
        var entry = await Files.OnlyAsync(
            $$$$"""{"errors":{"good_sites":{"92":{"{{{{new string('x', 513)}}}}":1}}},"parameters":{"action":"acdc"}}""");
        Assert.Equal(SiteErrorMatrix.Empty, entry.Record?.Matrix);
        Assert.Single(entry.Notes);
    }

    [Fact]
    public async Task A_record_of_nothing_but_faults_has_a_bounded_number_of_notes()
    {
        var cells = string.Join(',', Enumerable.Range(0, 500).Select(index => $"\"T2_XX_{index}\":-1"));
        var entry = await Files.OnlyAsync($$$$"""{"errors":{"good_sites":{"92":{ {{{{cells}}}} }}},"parameters":{"action":"acdc"}}""");
        Assert.Equal(21, entry.Notes.Count);
        Assert.StartsWith("480 ", entry.Notes[^1], StringComparison.Ordinal);
    }
}
