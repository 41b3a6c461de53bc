using WorkflowRecovery.Wr.Checking;

namespace WorkflowRecovery.Wr.Tests.Checking;

public sealed class ProjectResultTests : IDisposable
{
    private readonly string _report = Path.GetTempFileName();

    [Fact]
    public void Errors_outside_of_tests_count_as_failures()
    {
        var result = Read("""<assemblies><assembly total="5" passed="3" failed="1" skipped="1" errors="2" /></assemblies>""", exitCode: 1);

        Assert.Equal(new TestSummary(3, 3, 1), TestSummary.Of([result]));
    }

    [Fact]
    public void A_program_without_a_report_is_a_failure() => Assert.Equal(1, Read("", exitCode: 134).Failed);

    [Fact]
    public void A_program_that_ends_badly_although_all_passed_is_a_failure() =>
        Assert.Equal(1, Read("""<assemblies><assembly total="5" passed="5" failed="0" skipped="0" errors="0" /></assemblies>""", exitCode: 139).Failed);

    [Fact]
    public void The_last_line_names_skipped_tests_only_when_there_are_some()
    {
        Assert.Equal("12 passed, 0 failed", new TestSummary(12, 0, 0).Line);
        Assert.Equal("12 passed, 1 failed, 2 skipped", new TestSummary(12, 1, 2).Line);
    }

    [Fact]
    public void A_run_without_tests_is_not_good()
    {
        Assert.False(new TestSummary(0, 0, 0).IsGood);
        Assert.False(new TestSummary(7, 1, 0).IsGood);
        Assert.True(new TestSummary(7, 0, 0).IsGood);
    }

    public void Dispose() => File.Delete(_report);

    private ProjectResult Read(string report, int exitCode)
    {
        File.WriteAllText(_report, report);
        return ProjectResult.Read("Domain", _report, exitCode, "output");
    }
}
