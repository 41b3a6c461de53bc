using System.Text;
using RabbitMQ.Client;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>
/// All properties and headers of a message must fit into one frame. Where the sender's headers leave no room for ours,
/// the largest of them stay behind, which a header of its own says: losing the message would be worse.
/// </summary>
internal static class HeaderRoom
{
    private const string LeftOut = "reject-left-out";

    // RabbitMQ's usual frame, less what surrounds the properties in it and the header that tells of the loss.
    private const int Room = 131_072 - 512;

    public static void Make(BasicProperties properties, IReadOnlySet<string> ours)
    {
        var sender = properties.Headers!.Keys.Where(name => !ours.Contains(name)).OrderByDescending(name => Size(name, properties.Headers[name])).ToList();
        var leftOut = sender.TakeWhile(name => Size(properties) > Room && properties.Headers.Remove(name)).ToList();
        if (leftOut.Count > 0)
            properties.Headers[LeftOut] = Encoding.UTF8.GetBytes(leftOut.Count == 1 ? leftOut[0] : $"{leftOut[0]} and {leftOut.Count - 1} more");
    }

    private static int Size(string name, object? value) => Size(new BasicProperties { Headers = new Dictionary<string, object?> { [name] = value } });

    private static int Size(BasicProperties properties) => ((IAmqpWriteable)properties).GetRequiredBufferSize();
}
