using WorkflowRecovery.Wr.Bench;

namespace WorkflowRecovery.Wr.Tests.Bench;

public sealed class TorchEpochTests
{
    private static readonly EpochSize Small = new(Rows: 10, Columns: 8, Batch: 5, Epochs: 1, Threads: 1);

    [Fact]
    public void What_PyTorch_needed_is_read_in_milliseconds() => Assert.Equal(
        new TorchAnswer(125, "the same in PyTorch 1.13.0"), TorchEpoch.Read(0, """{"secondsPerEpoch": 0.125, "threads": 2, "torch": "1.13.0"}""", ""));

    [Fact]
    public void Without_PyTorch_the_answer_names_its_package() =>
        Assert.Equal(new TorchAnswer(null, "skipped: PyTorch is not installed (package python3-torch)"), TorchEpoch.Read(3, "", "epoch.py: …"));

    [Fact]
    public void A_script_that_fails_is_an_answer_with_its_last_words() =>
        Assert.Equal(new TorchAnswer(null, "skipped: epoch.py ended with 1: MemoryError"), TorchEpoch.Read(1, "", "Traceback\n  line 1\nMemoryError\n"));

    [Fact]
    public async Task Without_Python_the_answer_names_both_packages()
    {
        var answer = await new TorchEpoch("epoch.py", "/nowhere/python3").MeasureAsync(Small, yields: true, TestContext.Current.CancellationToken);

        Assert.Equal(new TorchAnswer(null, "skipped: there is no /nowhere/python3 (packages python3 and python3-torch)"), answer);
    }
}
