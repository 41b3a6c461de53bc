namespace WorkflowRecovery.Domain;

/// <summary>The lists and files that are compiled into this assembly.</summary>
internal static class Embedded
{
    public static IReadOnlyList<string> Lines(string name) => Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static string Text(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded file '{name}' is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
