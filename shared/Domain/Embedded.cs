namespace WorkflowRecovery.Domain;

/// <summary>The lists that are compiled into this assembly.</summary>
internal static class Embedded
{
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded list '{name}' is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
