using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace WorkflowRecovery.ServiceDefaults.DeadLetters;

/// <summary>A message that was refused, or that failed to the end.</summary>
/// <param name="Queue">The queue that keeps it.</param>
/// <param name="RoutingKey">The routing key with which it came into that queue.</param>
/// <param name="Properties">Its properties and headers.</param>
/// <param name="Body">Its bytes.</param>
public sealed record DeadLetter(string Queue, string RoutingKey, IReadOnlyBasicProperties Properties, ReadOnlyMemory<byte> Body)
{
    /// <summary>The same at every look: equal messages of one queue share it.</summary>
    public string Id { get; } = DeadLetterId.Of(Queue, Properties.MessageId, Body.Span);

    /// <summary>The headers as text, sorted by name.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers =>
        [.. (Properties.Headers ?? new Dictionary<string, object?>()).Select(header => (header.Key, Text(header.Value))).OrderBy(header => header.Key, StringComparer.Ordinal)];

    /// <summary>When its publisher says that it was made; null when it does not say.</summary>
    public DateTimeOffset? MadeAt => Properties.IsTimestampPresent() && Math.Abs(Properties.Timestamp.UnixTime) < 253_402_300_800
        ? DateTimeOffset.FromUnixTimeSeconds(Properties.Timestamp.UnixTime)
        : null;

    /// <summary>A header as text; null when it is not there.</summary>
    public string? Header(string name) =>
        Properties.Headers?.TryGetValue(name, out var value) is true ? Text(value) : null;

    private static string Text(object? value) => value switch
    {
        null => "",
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
