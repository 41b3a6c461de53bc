using System.Diagnostics;

namespace WorkflowRecovery.Console.Cases.Reading;

/// <summary>The id of a trace in the context of one of its spans.</summary>
internal static class TraceIds
{
    public static string? Of(string traceParent) => ActivityContext.TryParse(traceParent, null, out var context) ? context.TraceId.ToHexString() : null;
}
