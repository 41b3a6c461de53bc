using System.Text.Json;

namespace WorkflowRecovery.Servers;

/// <summary>Files that hold passwords: for their owner only, and never half written.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes a text with mode 0600, in place of what was there.</summary>
    public static void WriteText(string path, string text)
    {
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var writer = new StreamWriter(new FileStream(draft, options)))
            writer.Write(text);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Writes a value as JSON with mode 0600, in place of what was there.</summary>
    public static void WriteJson<T>(string path, T value) => WriteText(path, JsonSerializer.Serialize(value, Json) + "\n");

    /// <summary>Reads a value, or null when the file is not there.</summary>
    /// <exception cref="JsonException">The file holds something else.</exception>
    public static T? ReadJson<T>(string path) where T : class =>
        File.Exists(path) ? JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json) : null;
}
