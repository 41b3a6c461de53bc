using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Models;

/// <summary>Words for what a set is made of.</summary>
internal static class ModelText
{
    /// <summary>Targets with their versions.</summary>
    public static string Versions(KnownSet set) => set.Models.Count == 0
        ? "-"
        : string.Join(", ", set.Models.Select(model => $"{SafeText.Of(model.Target)} {model.Version}{(model.IsKept ? "" : " (not kept)")}"));

    /// <summary>The months that the models learned from.</summary>
    public static string Window(KnownSet set) => set.Models.Count == 0
        ? "-"
        : $"{set.Models.Min(model => model.WindowFrom):yyyy-MM-dd} to {set.Models.Max(model => model.WindowTo):yyyy-MM-dd}";
}
