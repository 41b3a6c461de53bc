using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Ingestor.Tests.Subscribers;

/// <summary>All services at work, shared by the tests of what the outside can and cannot do.</summary>
public sealed class WholePipeline(TestServers servers) : IAsyncLifetime
{
    internal Pipeline Pipeline { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Pipeline = await Pipeline.StartAsync(servers, PipelineOptions.Usual with { Services = ServiceCatalogue.Names }, CancellationToken.None);

    public ValueTask DisposeAsync() => Pipeline.DisposeAsync();
}

[CollectionDefinition(nameof(WholePipeline))]
public sealed class WholePipelineTests : ICollectionFixture<WholePipeline>;
