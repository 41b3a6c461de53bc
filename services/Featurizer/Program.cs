using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Featurizer.Extraction;
using WorkflowRecovery.Featurizer.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;

return await RecoveryService.Create(args, "featurizer")
    .AddDatabase<FeaturizerDatabase>()
    .AddStores()
    .AddEndpoints(endpoints => endpoints
        .Inside<AssistanceConsumer>("assistance", InsideKeys.AssistanceAccepted)
        .Inside<SiteStatusConsumer>("site-status", InsideKeys.SiteStatusAccepted, atOnce: 4)
        .Inside<HistoryConsumer>("history", InsideKeys.HistoryAccepted, atOnce: 2))
    .RunAsync();
