namespace WorkflowRecovery.EndToEnd.Tests.Traces;

/// <summary>A span as a collector receives it; ids in lower-case hexadecimal.</summary>
public sealed record Span(string Service, string Scope, string Name, string TraceId, string SpanId, string ParentId);
