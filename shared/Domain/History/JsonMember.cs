namespace WorkflowRecovery.Domain.History;

/// <summary>A member of a JSON object, its value not yet read.</summary>
/// <param name="Key">The name.</param>
/// <param name="Value">The value's bytes, valid until the next member is asked for.</param>
internal readonly record struct JsonMember(string Key, ReadOnlyMemory<byte> Value);
