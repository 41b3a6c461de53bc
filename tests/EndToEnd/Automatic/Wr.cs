using System.Diagnostics;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Automatic;

/// <summary>The command <c>wr</c> itself, in a folder that tells it where the services of a test are.</summary>
internal sealed class Wr : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"workflow-recovery-{Guid.NewGuid():N}");

    public Wr(Pipeline pipeline)
    {
        Directory.CreateDirectory(_folder);
        var (instance, broker) = (new Instance(_folder), pipeline.Broker.For("wr-cli").ToString());
        instance.Write(new Endpoints(
            pipeline.Broker.For("workflow-system").ToString(), PostgresAddress.ToUri(pipeline.Database.For("wr_cli")), Console: null, new Dictionary<string, string>(), []));
        instance.Write(new Secrets(broker, broker, string.Empty, AccountPasswords.Random()));
    }

    /// <summary>Runs it, and returns when it has ended.</summary>
    public async Task CallAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Instance.FolderVariable] = _folder;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Built as the tests are.</summary>
    private static string Program
    {
        get
        {
            var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
            return Path.Combine(Checkout.Root(), "tools", "Wr", "bin", configuration, "net10.0", "wr.dll");
        }
    }
}
