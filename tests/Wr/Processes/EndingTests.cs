using WorkflowRecovery.Servers.Processes;
using WorkflowRecovery.Servers.Temporary;

namespace WorkflowRecovery.Wr.Tests.Processes;

public sealed class EndingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-recovery-ending-").FullName;

    private ProcessLedger Ledger => new(Path.Combine(_folder, "processes"));

    [Fact]
    public async Task A_process_with_the_same_number_but_another_start_time_is_left_alone()
    {
        var process = Start("sleep", "60");

        await Ending.EndAsync(process with { StartTime = process.StartTime - 1 }, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.True(process.IsAlive());
        Ending.Kill(process);
        Assert.False(process.IsAlive());
    }

    [Fact]
    public async Task A_process_that_does_not_listen_is_killed_with_its_children()
    {
        var children = Path.Combine(_folder, "child");
        var process = Start("bash", "-c", $"trap '' TERM; sleep 61 & echo $! >{children}.new; mv {children}.new {children}; while :; do wait; done");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(children), TimeSpan.FromSeconds(60)));
        var child = int.Parse(await File.ReadAllTextAsync(children, TestContext.Current.CancellationToken));

        await Ending.EndAsync(process, TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);

        Assert.True(SpinWait.SpinUntil(() => !process.IsAlive() && ProcTable.Read(child) is null or { IsOver: true }, TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void A_process_whose_first_thread_is_over_is_alive_as_long_as_another_runs_since_it_holds_its_ports()
    {
        var process = Start(
            "/usr/bin/python3", "-c", "import ctypes, threading, time; threading.Thread(target=time.sleep, args=(64,)).start(); ctypes.CDLL(None).pthread_exit(None)");
        Assert.True(SpinWait.SpinUntil(() => ProcTable.Read(process.Pid) is { State: 'Z' }, TimeSpan.FromSeconds(60)));

        Assert.True(process.IsAlive());
        Ending.Kill(process);
        Assert.False(process.IsAlive());
    }

    [Fact]
    public void A_process_is_written_down_as_the_kernel_knows_it()
    {
        var process = Start("sleep", "62");

        Assert.True(SpinWait.SpinUntil(() => Ledger.FindAlive("test") is not null, TimeSpan.FromSeconds(60)));
        Assert.Equal(process, Ledger.FindAlive("test"));
    }

    [Fact]
    public void When_the_guard_lets_go_the_processes_and_their_folder_are_gone()
    {
        var process = Start("sleep", "63");
        Assert.True(SpinWait.SpinUntil(() => Ledger.FindAlive("test") is not null, TimeSpan.FromSeconds(60)));

        new Guard(Ledger, _folder).Dispose();

        Assert.True(SpinWait.SpinUntil(() => !process.IsAlive(), TimeSpan.FromSeconds(60)));
        Assert.False(Directory.Exists(_folder));
    }

    public void Dispose()
    {
        foreach (var stamp in Ledger.Read())
            Ending.Kill(stamp);
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private ProcessStamp Start(params string[] command) => Launcher.Start(new Launch("test", Ledger, Path.Combine(_folder, "log"), command));
}
