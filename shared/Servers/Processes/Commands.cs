using System.Diagnostics;

namespace WorkflowRecovery.Servers.Processes;

/// <summary>What a short command answered.</summary>
internal sealed record CommandAnswer(int ExitCode, string Output);

/// <summary>Runs short commands of the system and returns what they said.</summary>
internal static class Commands
{
    public static async Task<CommandAnswer> RunAsync(
        IReadOnlyList<string> command, CancellationToken cancellation, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;
        using var process = Process.Start(start) ?? throw new ServerException($"{command[0]} could not be started.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new CommandAnswer(process.ExitCode, await output + await errors);
    }

    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
