using System.Diagnostics;
using WorkflowRecovery.Ingestor.Contract;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Ingestor.Tests.Subscribers;

[Collection(nameof(WholePipeline))]
public sealed class ExamplesTests(WholePipeline whole)
{
    private static string Folder => Path.Combine(Checkout.Root(), "docs", "subscribers");

    [Fact]
    public async Task The_Python_example_publishes_an_event_and_receives_its_recommendation() =>
        ShowsARecommendation(await RunAsync("/usr/bin/python3", Path.Combine(Folder, "publish_and_receive.py")));

    [Fact]
    public async Task The_CSharp_example_publishes_an_event_and_receives_its_recommendation()
    {
        // In a build of the whole solution it has a configuration of its own, since it is no part of that.
        var built = Directory.EnumerateFiles(Path.Combine(Folder, "csharp", "bin"), "Subscriber.dll", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc);

        ShowsARecommendation(await RunAsync("dotnet", built!));
    }

    [Fact]
    public async Task The_ingestor_serves_the_contract_as_a_document()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(whole.Pipeline.UrlOf("ingestor"), "/asyncapi.json"), TestContext.Current.CancellationToken);

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(ContractDocument.Text, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static void ShowsARecommendation(string output)
    {
        Assert.StartsWith("recommendation.", output, StringComparison.Ordinal);
        Assert.Contains("\"effectKey\"", output, StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(string program, string path)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [path, whole.Pipeline.Broker.For(BrokerUsers.WorkflowSystem).AbsoluteUri])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return output;
    }
}
