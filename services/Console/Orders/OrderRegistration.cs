using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.Console.Orders;

internal static class OrderRegistration
{
    public static RecoveryService AddOrders(this RecoveryService service)
    {
        service.AddOptions<OrderOptions>("Orders");
        service.Services.AddSingleton<OrderDesk>();
        service.Services.AddSingleton<OrderUndoing>();
        service.Services.AddSingleton<OrderDispatch>();
        service.Services.AddSingleton<OrderNoting>();
        service.Services.AddSingleton<ReasonLibrary>();
        service.Services.AddSingleton<NoteDesk>();
        service.Services.AddHostedService<OrderLookout>();
        return service;
    }
}
