using System.Diagnostics;
using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Wr.Checking;

/// <summary>Builds what is tested, quietly unless it fails.</summary>
internal static class Building
{
    public static async Task RunAsync(string repository, IReadOnlyList<TestProject> projects, bool onlyThese, CancellationToken cancellation)
    {
        IEnumerable<string> targets = onlyThese ? projects.Select(project => project.ProjectFile) : [Path.Combine(repository, "WorkflowRecovery.sln")];
        foreach (var target in targets)
        {
            var (code, output) = await DotnetAsync(["build", target, "-c", "Release", "-v", "quiet", "--disable-build-servers", "-nodeReuse:false"], cancellation);
            if (code != 0)
                throw new ServerException($"The build failed.\n{output.Trim()}");
        }
    }

    private static async Task<(int Code, string Output)> DotnetAsync(string[] arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new ServerException("dotnet could not be started.");
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }
}
