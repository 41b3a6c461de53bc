namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>A part of an import that is done: what the importer waits for.</summary>
internal sealed class ImportBatchRow
{
    public required Guid ImportId { get; init; }
    public required int Batch { get; init; }

    /// <summary>Tasks in it.</summary>
    public required int Submitted { get; init; }

    /// <summary>Tasks that were not known before.</summary>
    public required int Stored { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}
