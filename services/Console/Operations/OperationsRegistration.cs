using Microsoft.Extensions.Options;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Operations;

internal static class OperationsRegistration
{
    public static RecoveryService AddOperations(this RecoveryService service)
    {
        service.Services.AddSingleton(provider => new ServiceHealth(new HttpClient(), provider.GetRequiredService<IOptions<OperationsOptions>>()));
        service.Services.AddSingleton<BrokerQueues>();
        service.Services.AddSingleton<LetterDesk>();
        service.Services.AddSingleton<OperationsReader>();
        service.Services.AddSingleton<OperationsViews>();
        return service.AddOptions<OperationsOptions>("Operations");
    }
}
