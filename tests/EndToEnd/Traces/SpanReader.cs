using Google.Protobuf;

namespace WorkflowRecovery.EndToEnd.Tests.Traces;

/// <summary>Reads the spans of an OTLP export request, by the field numbers of opentelemetry/proto/trace/v1.</summary>
public static class SpanReader
{
    public static IReadOnlyList<Span> Read(byte[] request) =>
        [.. Messages(request, 1).SelectMany(resourceSpans =>
        {
            var service = ServiceOf(Messages(resourceSpans, 1).Single());
            return Messages(resourceSpans, 2).SelectMany(scopeSpans =>
            {
                var scope = Text(Messages(scopeSpans, 1).FirstOrDefault() ?? [], 1);
                return Messages(scopeSpans, 2).Select(span => new Span(service, scope, Text(span, 5), Hex(span, 1), Hex(span, 2), Hex(span, 4)));
            });
        })];

    private static string ServiceOf(byte[] resource) =>
        Messages(resource, 1).Where(attribute => Text(attribute, 1) == "service.name").Select(attribute => Text(Messages(attribute, 2).Single(), 1)).Single();

    private static string Text(byte[] message, int field) => System.Text.Encoding.UTF8.GetString(Messages(message, field).FirstOrDefault() ?? []);

    private static string Hex(byte[] message, int field) => Convert.ToHexStringLower(Messages(message, field).FirstOrDefault() ?? []);

    /// <summary>The length-delimited values of a field.</summary>
    private static List<byte[]> Messages(byte[] message, int field)
    {
        var values = new List<byte[]>();
        var input = new CodedInputStream(message);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
                values.Add(input.ReadBytes().ToByteArray());
            else
                input.SkipLastField();
        }

        return values;
    }
}
