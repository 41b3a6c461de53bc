using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>
/// Orders as today's actor reads them. It fails on null and reads empty text as a value, so what is not set is not there; memory is
/// text in MB.
/// </summary>
internal static class ActionDocument
{
    /// <summary>Who gave an automatic order.</summary>
    public const string Automatic = "workflow-recovery";

    private const string RecoveryOfTasks = "ACDC";

    /// <param name="orders">The orders of a workflow.</param>
    /// <param name="family">All workflows of its family that are known.</param>
    public static JsonObject Of(WorkflowOrders orders, IEnumerable<string> family)
    {
        var first = orders.Orders[0].Order!;
        var special = first.Action is "by-pass" or "on-hold";
        return new()
        {
            ["Action"] = special ? "special" : first.Action,
            ["Parameters"] = special ? new JsonObject { ["action"] = first.Action } : first.Action == "acdc" ? OfTasks(orders) : OfClone(first),
            ["Reasons"] = List(orders.Orders.SelectMany(ReasonsOf).Distinct()),
            ["user"] = orders.Orders.MaxBy(one => one.Order!.RecommendedAt)!.Recorded?.Operator ?? Automatic,
            ["ACDCs"] = List(family.Where(name => name != orders.Workflow && IsRecovery(name)).Order(StringComparer.Ordinal)),
        };
    }

    private static JsonObject OfTasks(WorkflowOrders orders)
    {
        var tasks = new JsonObject();
        foreach (var one in orders.Orders)
            tasks[one.Task[(one.Workflow.Length + 2)..]] = OfTask(one.Order!);
        return tasks;
    }

    private static JsonObject OfTask(RecoveryRecommended order)
    {
        var parameters = OfClone(order);
        Set(parameters, "xrootd", order.Xrootd);
        Set(parameters, "secondary", order.Secondary);
        Set(parameters, "cores", order.Cores?.ToString(CultureInfo.InvariantCulture));
        parameters["sites"] = List(order.Sites.Resolved);
        return parameters;
    }

    private static JsonObject OfClone(RecoveryRecommended order)
    {
        var parameters = new JsonObject();
        Set(parameters, "memory", order.MemoryMb?.ToString(CultureInfo.InvariantCulture));
        Set(parameters, "splitting", order.Splitting);
        return parameters;
    }

    private static void Set(JsonObject parameters, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            parameters[name] = value;
    }

    private static IEnumerable<string> ReasonsOf(StandingCase one) =>
        one.Recorded is { } said ? said.Reasons ?? [] : one.Order!.Reasons.Select(reason => reason.Text);

    private static bool IsRecovery(string workflow) =>
        WorkflowName.Parse(workflow).RecoveryTag?.StartsWith(RecoveryOfTasks, StringComparison.Ordinal) == true;

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text))]);
}
