using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Hosting;

/// <summary>A console that the tests of a class share: starting one takes seconds. They keep to workflows and people of their own.</summary>
/// <param name="servers">The servers of the test run.</param>
/// <param name="variables">Options, e.g. <c>Orders__GraceSeconds</c>.</param>
public abstract class ConsoleOfClass(TestServers servers, IReadOnlyDictionary<string, string?> variables) : IAsyncLifetime
{
    internal ConsoleProcess Process { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Process = await ConsoleProcess.StartAsync(servers, variables, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
