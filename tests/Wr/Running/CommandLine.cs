using System.Diagnostics;
using System.Text.Json;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Processes;
using WorkflowRecovery.Servers.Temporary;

namespace WorkflowRecovery.Wr.Tests.Running;

/// <summary>What a call of <c>wr</c> answered.</summary>
public sealed record Answer(int ExitCode, string Output, string Errors)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Output);
}

/// <summary>Calls the real command line for an instance in a folder of its own.</summary>
public sealed class CommandLine : IAsyncDisposable
{
    private readonly Guard _guard;

    public CommandLine()
    {
        Directory.CreateDirectory(Folder);
        Instance = new Instance(Folder);
        _guard = new Guard(Instance.Ledger, Folder);
    }

    public Instance Instance { get; }

    /// <summary>What the script would tell the program.</summary>
    public string? CalledAs { get; init; }

    private string Folder { get; } = Path.Combine(Path.GetTempPath(), $"workflow-recovery-wr-{Guid.NewGuid():N}");

    public async Task<Answer> CallAsync(params string[] arguments)
    {
        using var process = Begin(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Answer(process.ExitCode, await output, await errors);
    }

    public Process Begin(params string[] arguments)
    {
        // Who runs tests in the background may have been told to ignore interrupts.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "wr.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Instance.FolderVariable] = Folder;
        start.Environment["WR_CALLED"] = CalledAs;

        // What a tournament of all approaches makes of tasks is for the tests of learning.
        start.Environment["Retraining__TreesOnly"] = "true";
        return Process.Start(start)!;
    }

    public ProcessStamp Running(string name) => Instance.Ledger.FindAlive(name) ?? throw new InvalidOperationException($"{name} does not run.");

    /// <summary>The processes that work in the instance's folder or were started from it, by what the kernel says.</summary>
    public IReadOnlyList<string> Leftovers() =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(entry => int.TryParse(Path.GetFileName(entry), out _)).Select(CommandOf).Where(line => line.Contains(Folder) && !line.Contains("\0guard\0"))
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var stamp in Instance.Ledger.Read())
            Ending.Kill(stamp);
        await Task.Run(_guard.Dispose);
    }

    private static string CommandOf(string entry)
    {
        try
        {
            return File.ReadAllText(Path.Combine(entry, "cmdline")) + File.ReadAllText(Path.Combine(entry, "environ"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
