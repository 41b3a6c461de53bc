namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>A layer cannot stand where the design puts it; <see cref="StructureBuilder"/> says in which part of the design.</summary>
internal sealed class MisfitException(string message) : Exception(message);
