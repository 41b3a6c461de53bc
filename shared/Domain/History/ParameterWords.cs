using System.Globalization;
using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Domain.History;

/// <summary>
/// Understands what people wrote into the free text fields of the action form over the years. Every method gives false
/// for a word that it does not know, and true with null for an empty field.
/// </summary>
internal static class ParameterWords
{
    private const int MostMemoryMb = 100_000_000;
    private const int MostCores = 10_000;

    // Unified's actor takes "gb" times 1024 and "kb" as it stands; the latter is a unit fault, so here it is divided.
    private static readonly (string Suffix, double Factor)[] Units = [("gb", 1024), ("mb", 1), ("kb", 1.0 / 1024)];

    public static bool TryAction(string? text, out RecoveryActionKind kind)
    {
        var word = Clean(text);
        return RecoveryActionNames.TryParse(word, out kind) || TrySpecial(word, out kind);
    }

    /// <summary>The choices behind the word <c>special</c>, in every spelling met.</summary>
    public static bool TrySpecial(string? text, out RecoveryActionKind kind)
    {
        (var known, kind) = Clean(text) switch
        {
            "by-pass" or "bypass" => (true, RecoveryActionKind.ByPass),
            "force-complete" or "force" => (true, RecoveryActionKind.ForceComplete),
            "on-hold" or "onhold" => (true, RecoveryActionKind.OnHold),
            _ => (false, RecoveryActionKind.Acdc),
        };
        return known;
    }

    public static bool TryMemoryMb(string? text, out int? memoryMb)
    {
        memoryMb = null;
        var word = Clean(text);
        if (word.Length == 0)
            return true;

        var (suffix, factor) = Array.Find(Units, unit => word.EndsWith(unit.Suffix, StringComparison.Ordinal));
        var number = suffix is null ? word : word[..^suffix.Length];
        if (!double.TryParse(number, NumberStyles.Float, null, out var value))
            return false;

        value = Math.Round(value * (suffix is null ? 1 : factor));
        if (value is not (>= 1 and <= MostMemoryMb))
            return false;

        memoryMb = (int)value;
        return true;
    }

    public static bool TryCores(string? text, out int? cores)
    {
        cores = null;
        var word = Clean(text);
        if (word.Length == 0)
            return true;

        if (!int.TryParse(word, NumberStyles.None, null, out var value) || value is < 1 or > MostCores)
            return false;

        cores = value;
        return true;
    }

    public static bool TrySplitting(string? text, out string? splitting)
    {
        var word = Clean(text);
        splitting = SplittingNames.All.FirstOrDefault(name => name == word || name == word + "x");
        return splitting is not null || word.Length == 0;
    }

    public static bool TrySwitch(string? text, out bool? on)
    {
        (var known, on) = Clean(text) switch
        {
            "" => (true, (bool?)null),
            "enabled" or "true" => (true, true),
            "disabled" or "false" => (true, false),
            _ => (false, null),
        };
        return known;
    }

    private static string Clean(string? text) => text?.Trim().ToLowerInvariant() ?? "";
}
