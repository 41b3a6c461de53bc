using System.Globalization;

namespace WorkflowRecovery.Simulation.Facts;

/// <summary>Reads the embedded tables: lines of comma-separated values after comments and one line of titles.</summary>
internal static class FactFile
{
    public static IReadOnlyList<T> Read<T>(string name, Func<string[], T> row)
    {
        using var stream = typeof(FactFile).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The table '{name}' is not embedded", name);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Where(line => line[0] != '#').Skip(1).Select(line => row(line.Split(',')))];
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
