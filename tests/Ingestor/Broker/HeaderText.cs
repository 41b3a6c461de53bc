using System.Collections;
using System.Text;

namespace WorkflowRecovery.Ingestor.Tests.Broker;

/// <summary>The value of a header, also a nested one, as text that can be compared.</summary>
internal static class HeaderText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        byte[] text => Encoding.UTF8.GetString(text),
        IDictionary<string, object?> table => $"{{{string.Join(',', table.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={Of(entry.Value)}"))}}}",
        string text => text,
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(Of))}]",
        _ => $"{value}:{value.GetType().Name}",
    };
}
