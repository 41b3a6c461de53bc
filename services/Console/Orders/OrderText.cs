using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Orders and times in words.</summary>
internal static class OrderText
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As orders are told everywhere, with the sites: for example <c>ACDC, memory 9000 MB, splitting 10x, without T2_US_MIT</c>.</summary>
    public static string Of(OrderedRecovery ordered)
    {
        var plan = OrderWords.Of(ordered.Action, ordered.MemoryMb, ordered.Splitting, ordered.Xrootd, ordered.Secondary, ordered.Cores);
        return ordered.SiteMode switch
        {
            SiteResolution.ManualMode => $"{plan}, at {string.Join(", ", ordered.Sites)}",
            SiteResolution.BanMode => $"{plan}, without {string.Join(", ", ordered.Sites)}",
            _ => plan,
        };
    }

    /// <summary>What was ordered, with its values where they can be read.</summary>
    public static string Ordered(OrderView order)
    {
        try
        {
            return Of(WireJson.Read<OrderedRecovery>(Encoding.UTF8.GetBytes(order.Ordered)));
        }
        catch (JsonException)
        {
            return order.Action;
        }
    }

    /// <summary>What a preview comes to, in a sentence.</summary>
    public static string Of(OrderPreview preview)
    {
        var (said, recorded) = (preview.Recommended, preview.Recorded);
        var sites = said.Sites.Resolved.Count == 0 ? "" : $", at {string.Join(", ", said.Sites.Resolved)}";
        return $"Executors are told to do {OrderWords.Of(said)} for {(said.Scope == "workflow" ? $"the whole workflow {said.Workflow}" : said.Task)}{sites}. "
            + $"It is recorded as what {recorded.Operator} ordered{(recorded.Reasons is { Count: > 0 } reasons ? $", because: {string.Join("; ", reasons)}" : "")}";
    }

    /// <summary>A message over several lines.</summary>
    public static string Indented(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);

    /// <summary>Where an order stands, in a sentence.</summary>
    public static string Of(OrderView order, DateTimeOffset now) => order.State switch
    {
        OrderStates.Pending => order.DueAt > now ? $"is sent in {Math.Ceiling((order.DueAt - now).TotalSeconds):0} s" : "is being sent",
        OrderStates.Undone => "was taken back before it was sent",
        OrderStates.Sent => order.UndoAskedAt is null ? "was sent" : "was sent, and is asked back",
        OrderStates.Approved when order is { UndoAskedAt: not null, Why: null } => "is published, and is asked back",
        OrderStates.Approved when order.IsTaken => "is published, and an executor acts on it or has",
        OrderStates.Expired or OrderStates.Approved when order is { ServedAt: not null } && order.ExpiresAt <= now =>
            "was published and has expired; an executor was told of it and has not reported, so that it may still be done",
        OrderStates.Expired or OrderStates.Approved when order.ExpiresAt <= now => "was published, and nobody took it up in time",
        OrderStates.Approved => order.Why is { } why ? $"is published and stays: {why}" : "is published",
        OrderStates.Refused => $"was not published: {order.Why}",
        _ when order.IsTaken => "was withdrawn, but an executor had acted on it",
        _ => order.Why is { } why ? $"was withdrawn: {why}" : "was withdrawn",
    };
}
