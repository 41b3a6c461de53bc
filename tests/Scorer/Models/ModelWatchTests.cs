using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Tests.Storage;

namespace WorkflowRecovery.Scorer.Tests.Models;

public sealed class ModelWatchTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_running_copy_uses_promoted_models_as_soon_as_it_is_told_and_those_active_before_from_its_start()
    {
        await stores.PromoteAsync(1, TrainedModels.Stored);
        await using var one = await Copy.StartAsync(stores);
        await using var other = await Copy.StartAsync(stores);
        Assert.All([one.Version, other.Version], version => Assert.Equal(1, version));

        await stores.PromoteAsync(2, TrainedModels.OtherStored);
        for (var watch = Stopwatch.StartNew(); (one.Version, other.Version) != (2, 2); await Task.Delay(20, Cancellation))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "the copies did not hear of the models");
            await stores.TellAsync();
        }
    }

    /// <summary>A copy of the service that would look by itself only after an hour.</summary>
    private sealed class Copy(ActiveModels active, ModelLoader loader, ModelWatch watch) : IAsyncDisposable
    {
        public int Version => active.Current.References.Select(model => model.Version).FirstOrDefault();

        public static async Task<Copy> StartAsync(RunningStores stores)
        {
            var active = new ActiveModels();
            var loader = new ModelLoader(stores.Databases, active, NullLogger<ModelLoader>.Instance);
            var options = Options.Create(new ModelOptions { PollSeconds = 3600 });
            var watch = new ModelWatch(loader, stores.Source, options, TimeProvider.System, NullLogger<ModelWatch>.Instance);
            await watch.StartAsync(Cancellation);
            return new(active, loader, watch);
        }

        public async ValueTask DisposeAsync()
        {
            await watch.StopAsync(CancellationToken.None);
            watch.Dispose();
            loader.Dispose();
        }
    }
}
