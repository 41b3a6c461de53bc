using System.Globalization;
using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Orders and times in words.</summary>
internal static class OrderText
{
    /// <summary>For example <c>acdc with 9000 MB, splitting 10x, without T2_US_MIT</c>.</summary>
    public static string Of(OrderedRecovery ordered)
    {
        string?[] parts =
        [
            ordered.MemoryMb is { } memory ? string.Create(CultureInfo.InvariantCulture, $"{memory} MB") : null,
            ordered.Splitting is { } splitting ? $"splitting {splitting}" : null,
            ordered.Cores is { } cores ? string.Create(CultureInfo.InvariantCulture, $"{cores} cores") : null,
            ordered.Xrootd is { } xrootd ? $"remote read {xrootd}" : null,
            ordered.Secondary is { } secondary ? $"remote read of the secondary input {secondary}" : null,
            ordered.SiteMode == "manual" ? $"at {string.Join(", ", ordered.Sites)}" : null,
            ordered.SiteMode == "ban" ? $"without {string.Join(", ", ordered.Sites)}" : null,
        ];
        var given = string.Join(", ", parts.OfType<string>());
        return given.Length == 0 ? ordered.Action : $"{ordered.Action} with {given}";
    }

    /// <summary>Where an order stands, in a sentence.</summary>
    public static string Of(OrderView order, DateTimeOffset now) => order.State switch
    {
        OrderStates.Pending => order.DueAt > now ? $"is sent in {Math.Ceiling((order.DueAt - now).TotalSeconds):0} s" : "is being sent",
        OrderStates.Undone => "was taken back before it was sent",
        OrderStates.Sent => order.UndoAskedAt is null ? "was sent" : "was sent, and is asked back",
        OrderStates.Approved when order is { UndoAskedAt: not null, Why: null } => "is published, and is asked back",
        OrderStates.Approved => order.Why is { } why ? $"is published and stays: {why}" : "is published",
        OrderStates.Refused => $"was not published: {order.Why}",
        OrderStates.Expired => "was taken up by nobody in time, and ordered anew",
        _ => "was withdrawn",
    };
}
