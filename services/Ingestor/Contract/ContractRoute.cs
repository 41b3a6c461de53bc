using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Ingestor.Contract;

internal static class ContractRoute
{
    public static void MapContract(this WebApplication app) =>
        app.MapGet("/asyncapi.json", () => Results.Text(ContractDocument.Text, Names.ContentType));
}
