using System.Diagnostics;
using WorkflowRecovery.Servers;

namespace WorkflowRecovery.Wr.Checking;

/// <summary>Runs test programs, two at a time, and tells of each when it ends.</summary>
/// <param name="variables">Variables for each program.</param>
/// <param name="folder">Folder for the reports.</param>
/// <param name="filter">Part of the full names of the tests to run, or null for all.</param>
internal sealed class TestRun(IReadOnlyDictionary<string, string> variables, string folder, string? filter)
{
    private const int AtATime = 2;

    private readonly Lock _console = new();

    public async Task<IReadOnlyList<ProjectResult>> RunAsync(IReadOnlyList<TestProject> projects, CancellationToken cancellation)
    {
        using var turns = new SemaphoreSlim(AtATime);
        return await Task.WhenAll(projects.Select(async project =>
        {
            await turns.WaitAsync(cancellation);
            try
            {
                return await RunOneAsync(project, cancellation);
            }
            finally
            {
                turns.Release();
            }
        }));
    }

    private async Task<ProjectResult> RunOneAsync(TestProject project, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var report = Path.Combine(folder, $"{project.Name}.xml");
        using var process = Process.Start(StartOf(project, report)) ?? throw new ServerException($"{project.Name} could not be started.");
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var result = ProjectResult.Read(project.Name, report, process.ExitCode, await output + await errors);
        Tell(result, watch.Elapsed);
        return result;
    }

    private ProcessStartInfo StartOf(TestProject project, string report)
    {
        List<string> arguments = [project.Assembly, "-noLogo", "-noColor", "-xml", report];
        if (filter is not null)
            arguments.AddRange(["-method", $"*{filter}*"]);
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(project.Assembly)! };
        foreach (var (key, value) in variables)
            start.Environment[key] = value;
        return start;
    }

    private void Tell(ProjectResult result, TimeSpan elapsed)
    {
        lock (_console)
        {
            Console.WriteLine($"{result.Name,-16} {new TestSummary(result.Passed, result.Failed, result.Skipped).Line}  {elapsed.TotalSeconds:0.0} s");
            if (result.Failed > 0)
                Console.WriteLine(result.Output.Trim());
        }
    }
}
