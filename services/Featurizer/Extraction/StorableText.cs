namespace WorkflowRecovery.Featurizer.Extraction;

/// <summary>Text without the one character that the database cannot hold; files of recorded actions are not kept from having it.</summary>
internal static class StorableText
{
    public static string? Of(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
