using System.Globalization;
using WorkflowRecovery.Servers;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Models;

/// <summary>How a person names a set: by its run, or the beginning of it; by the version of its model for the action; or by that of another target.</summary>
internal static class SetName
{
    /// <summary>Fewer letters than this are more likely a slip than a name.</summary>
    private const int FewestLetters = 4;

    private const int MostDigitsOfVersion = 6;

    /// <summary>The beginning of a run that is shown where there is little room; it can be used as a name.</summary>
    public static string ShortOf(Guid runId) => runId.ToString()[..13];

    /// <exception cref="ServerException">No set has this name, or several have.</exception>
    public static KnownSet Find(IReadOnlyList<KnownSet> sets, string name)
    {
        var found = WithVersion(sets, name);
        if (found.Count == 0 && IsBeginning(name))
            found = [.. sets.Where(set => set.RunId.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        return found.Count switch
        {
            1 => found[0],
            0 => throw new ServerException($"There is no set of models {SafeText.Of(name)}. See: {Hint.To("models list")}"),
            _ => throw new ServerException($"{SafeText.Of(name)} is the beginning of {string.Join(" and ", found.Select(set => set.RunId))}. Write more of it."),
        };
    }

    private static List<KnownSet> WithVersion(IReadOnlyList<KnownSet> sets, string name) => VersionOf(name) is { } version
        ? [.. sets.Where(set => set.Models.Any(model => model.Target == version.Target && model.Version == version.Version))]
        : [];

    /// <summary>A beginning may be all digits as well; it is one where no model has that version.</summary>
    private static bool IsBeginning(string name) => name.Length >= FewestLetters;

    private static (string Target, int Version)? VersionOf(string name)
    {
        var parts = name.Split('/');
        return parts[^1].Length <= MostDigitsOfVersion && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && parts.Length <= 2
            ? (parts.Length == 2 ? parts[0] : "action", version)
            : null;
    }
}
