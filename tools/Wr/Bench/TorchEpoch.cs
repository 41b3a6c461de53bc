using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>What PyTorch needed for an epoch, or why that is not known.</summary>
/// <param name="Milliseconds">Median over its epochs; null when it could not be measured.</param>
/// <param name="Words">What was measured, or why nothing was.</param>
internal sealed record TorchAnswer(double? Milliseconds, string Words);

/// <summary>Asks the distribution's PyTorch, in a process of its own, for the floor of an epoch.</summary>
/// <param name="script">The script that measures, <c>epoch.py</c>.</param>
/// <param name="python">The distribution's interpreter: its packages are not seen by others.</param>
internal sealed class TorchEpoch(string script, string python = "/usr/bin/python3")
{
    private const int NoTorch = 3;

    /// <param name="size">How large, how often.</param>
    /// <param name="yields">
    /// Whether its threads give their processors away while they wait for each other. On a machine with other work that is
    /// several times faster; alone they may be faster when they keep them.
    /// </param>
    /// <param name="cancellation">Ends the process.</param>
    public async Task<TorchAnswer> MeasureAsync(EpochSize size, bool yields, CancellationToken cancellation)
    {
        if (!File.Exists(python))
            return new(null, $"skipped: there is no {python} (packages python3 and python3-torch)");
        using var process = Process.Start(StartOf(size, yields)) ?? throw new ServerException($"{python} could not be started.");
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return Read(process.ExitCode, await output, await errors);
    }

    /// <summary>Reads what the script said. That it could not measure is an answer too.</summary>
    internal static TorchAnswer Read(int exitCode, string output, string errors)
    {
        if (exitCode == NoTorch)
            return new(null, "skipped: PyTorch is not installed (package python3-torch)");
        if (exitCode != 0)
            return new(null, $"skipped: epoch.py ended with {exitCode}: {errors.Trim().Split('\n')[^1]}");
        var said = JsonSerializer.Deserialize<JsonElement>(output);
        return new(1000 * said.GetProperty("secondsPerEpoch").GetDouble(), $"the same in PyTorch {said.GetProperty("torch").GetString()}");
    }

    private ProcessStartInfo StartOf(EpochSize size, bool yields)
    {
        int[] numbers = [size.Rows, size.Columns, size.Batch, size.Epochs, size.Threads];
        var start = new ProcessStartInfo(python, [script, .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (yields)
            start.Environment["OMP_WAIT_POLICY"] = "passive";
        return start;
    }
}
