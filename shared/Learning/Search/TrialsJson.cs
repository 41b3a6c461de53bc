using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowRecovery.Learning.Search;

/// <summary>
/// Trials as JSON: an array of objects with <c>setting</c>, an object of each parameter's value by its name (of a choice
/// the option's name), and <c>score</c>, null for a failed trial.
/// </summary>
public static class TrialsJson
{
    /// <summary>Writes trials.</summary>
    public static string Write(IEnumerable<Trial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return new JsonArray([.. trials.Select(trial => new JsonObject
        {
            ["setting"] = Of(trial.Setting),
            ["score"] = double.IsFinite(trial.Score) ? trial.Score : null,
        })]).ToJsonString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote, bit by bit the same numbers.</summary>
    /// <param name="space">The space that was searched.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">This is not JSON, or not of trials in this space.</exception>
    public static IReadOnlyList<Trial> Read(SearchSpace space, string json)
    {
        ArgumentNullException.ThrowIfNull(space);
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.EnumerateArray().Select(trial => TrialOf(space, trial))];
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException or KeyNotFoundException)
        {
            throw new FormatException("these are not trials of this search space", fault);
        }
    }

    private static JsonObject Of(Setting setting)
    {
        var values = new JsonObject();
        foreach (var (parameter, value) in setting.Space.Parameters.Zip(setting.Values))
            values[parameter.Name] = parameter is Choice choice ? choice.Names[(int)value] : value;

        return values;
    }

    private static Trial TrialOf(SearchSpace space, JsonElement trial)
    {
        var (values, score) = (trial.GetProperty("setting"), trial.GetProperty("score"));
        if (trial.EnumerateObject().Count() != 2 || values.EnumerateObject().Count() != space.Parameters.Count)
            throw new FormatException("a trial holds a setting of every parameter and a score, nothing else");

        return new(
            new(space, [.. space.Parameters.Select(parameter => ValueOf(parameter, values.GetProperty(parameter.Name)))]),
            score.ValueKind == JsonValueKind.Null ? double.NaN : score.GetDouble());
    }

    // An option that the choice does not have is at place -1, which no setting allows.
    private static double ValueOf(SearchParameter parameter, JsonElement value) =>
        parameter is Choice choice ? choice.Names.ToList().IndexOf(value.GetString() ?? "") : value.GetDouble();
}
