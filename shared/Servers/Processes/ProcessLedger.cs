using System.Text.Json;

namespace WorkflowRecovery.Servers.Processes;

/// <summary>The processes that were started for one instance: a small file each, written by the process itself.</summary>
/// <param name="folder">Folder of the files; need not exist yet.</param>
public sealed class ProcessLedger(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Folder of the files.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Every process written down, whether it still runs or not.</summary>
    public IReadOnlyList<ProcessStamp> Read() =>
        Directory.Exists(Folder)
            ? [.. Directory.EnumerateFiles(Folder, "*.json").Order().Select(Parse).OfType<ProcessStamp>()]
            : [];

    /// <summary>The running process of that name, or null.</summary>
    public ProcessStamp? FindAlive(string name) =>
        File.Exists(PathOf(name)) && Parse(PathOf(name)) is { } stamp && stamp.IsAlive() ? stamp : null;

    /// <summary>The process last written down under that name, or null.</summary>
    public ProcessStamp? Find(string name) => File.Exists(PathOf(name)) ? Parse(PathOf(name)) : null;

    /// <summary>Removes a name, for instance after its process was ended.</summary>
    public void Forget(string name)
    {
        if (File.Exists(PathOf(name)))
            File.Delete(PathOf(name));
    }

    internal string PathOf(string name) => Path.Combine(Folder, name + ".json");

    private static ProcessStamp? Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ProcessStamp>(File.ReadAllText(file), Json);
        }
        catch (Exception problem) when (problem is JsonException or FileNotFoundException)
        {
            return null;
        }
    }
}
