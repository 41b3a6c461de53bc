using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.ServiceDefaults.Hosting;
using WorkflowRecovery.ServiceDefaults.Sweeping;

namespace WorkflowRecovery.Console.TodaysTools;

internal static class ToolsRegistration
{
    public static RecoveryService AddTodaysTools(this RecoveryService service)
    {
        service.AddOptions<ToolsOptions>("TodaysTools");
        service.AddSweep<ConsoleDatabase>(services => services.GetRequiredService<IOptions<ToolsOptions>>().Value.OldTables);
        service.Services.AddSingleton<ToolAccess>();
        service.Services.AddSingleton<IAuthorizationHandler>(provider => provider.GetRequiredService<ToolAccess>());
        service.Services.AddAuthorization(authorization => authorization.AddPolicy(ToolCaller.Policy, policy => policy.AddRequirements(new ToolCaller())));
        service.Services.AddSingleton<ServedOrders>();
        service.Services.AddSingleton<RecordedOrders>();
        service.Services.AddSingleton<OrderReports>();
        return service.AddRoutes(Map);
    }

    private static void Map(WebApplication app)
    {
        var tools = app.MapGroup("").RequireAuthorization(ToolCaller.Policy).WithMetadata(new ForPrograms()).ExcludeFromDescription();
        tools.MapGet("/getaction", GetAction.AnswerAsync);
        tools.MapGet("/predict", Prediction.AnswerAsync);
        tools.MapGet("/actionshistory", ActionsHistory.AnswerAsync);
        // The key is in the message, so that nothing but the message proves anything.
        app.MapPost("/reportaction", ReportAction.AnswerAsync).AllowAnonymous().WithMetadata(new ForPrograms(), new SelfProving()).ExcludeFromDescription();
    }
}
