using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Featurizer.Extraction;
using WorkflowRecovery.Featurizer.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;
using WorkflowRecovery.ServiceDefaults.Sweeping;

return await RecoveryService.Create(args, "featurizer")
    .AddOptions<RetentionOptions>("Retention")
    .AddDatabase<FeaturizerDatabase>()
    .AddSweep<FeaturizerDatabase>(services => services.GetRequiredService<IOptions<RetentionOptions>>().Value.Tables)
    .AddStores()
    .AddEndpoints(endpoints => endpoints
        .Inside<AssistanceConsumer>("assistance", InsideKeys.AssistanceAccepted)
        .Inside<SiteStatusConsumer>("site-status", InsideKeys.SiteStatusAccepted, atOnce: 4)
        .Inside<HistoryConsumer>("history", InsideKeys.HistoryAccepted, atOnce: 2))
    .RunAsync();
