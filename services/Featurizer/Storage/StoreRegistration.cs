using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Featurizer.Storage;

internal static class StoreRegistration
{
    public static RecoveryService AddStores(this RecoveryService service)
    {
        service.Services.AddSingleton<MatrixStore>();
        service.Services.AddSingleton<SiteStatusStore>();
        service.Services.AddSingleton<HistoryStore>();
        return service;
    }
}
