using Microsoft.Extensions.DependencyInjection;
using WorkflowRecovery.Ingestor.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Ingestor.Intake;

internal static class IntakeRegistration
{
    public static RecoveryService AddIntake(this RecoveryService service)
    {
        service.Services.AddHostedService<OutsideTopology>();
        service.Services.AddSingleton<Rejections>();
        service.Services.AddSingleton<AcceptedStore>();
        service.Services.AddSingleton<AssistanceStore>();
        service.Services.AddSingleton<UndoneStore>();
        return service;
    }
}
