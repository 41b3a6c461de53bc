using System.CommandLine;
using System.Text.Json;

namespace WorkflowRecovery.Wr.Terminal;

/// <summary>Results on standard output, as text or as JSON.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Option<bool> JsonOption() => new("--json") { Description = "Write the result as JSON." };

    public static void WriteJson<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value, Json));
}
