using WorkflowRecovery.Domain.History;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary><c>GET /actionshistory</c>: what today's models learn from, one record after the other, however many there are.</summary>
internal static class ActionsHistory
{
    public static async Task AnswerAsync(HttpContext context, RecordedOrders orders)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await using var writer = new ActionsHistoryWriter(context.Response.Body);
            await foreach (var record in orders.ReadAsync(context.RequestAborted))
                await writer.WriteAsync(record, context.RequestAborted);
        }
        catch (Exception) when (context.Response.HasStarted)
        {
            // Half a file must not look like a whole one.
            context.Abort();
            throw;
        }
    }
}
