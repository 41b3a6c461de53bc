using System.Globalization;
using System.Text.Json;

namespace WorkflowRecovery.Domain.Policies;

/// <summary>The fields of one JSON object; what is wrong with them is collected, so that all of it can be told at once.</summary>
internal sealed class PolicyFields
{
    private readonly JsonElement? _object;
    private readonly string _path;
    private readonly List<string> _problems;
    private readonly HashSet<string> _asked = [];

    /// <param name="value">The object; null when it is absent.</param>
    /// <param name="path">What its fields are called before their names.</param>
    /// <param name="problems">Where problems go.</param>
    public PolicyFields(JsonElement? value, string path, List<string> problems)
    {
        (_path, _problems) = (path, problems);
        if (value is null or { ValueKind: JsonValueKind.Object })
            _object = value;
        else
            problems.Add($"{(path.Length == 0 ? "The file" : path.TrimEnd('.'))} must be an object {{…}}.");
    }

    public PolicyFields Inner(string name) => new(Find(name), $"{_path}{name}.", _problems);

    public bool Flag(string name)
    {
        var value = Find(name);
        if (value is not (null or { ValueKind: JsonValueKind.True or JsonValueKind.False }))
            Refuse(name, value.Value, "must be true or false");
        return value is { ValueKind: JsonValueKind.True };
    }

    public int Number(string name, int least, int most, int absent)
    {
        if (Find(name) is not { } value)
            return absent;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;

        Refuse(name, value, $"must be a whole number from {least} to {most}");
        return absent;
    }

    /// <summary>A whole number; null when it is absent or null.</summary>
    public int? NumberOrNone(string name, int least, int most) =>
        Find(name) is null or { ValueKind: JsonValueKind.Null } ? null : Number(name, least, most, least);

    public double Share(string name, double least, double most, double absent)
    {
        if (Find(name) is not { } value)
            return absent;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= least && number <= most)
            return number;

        Refuse(name, value, string.Create(CultureInfo.InvariantCulture, $"must be a number from {least} to {most}"));
        return absent;
    }

    /// <summary>A required name of letters, digits, dots, dashes and underscores.</summary>
    public string Word(string name, int mostCharacters)
    {
        if (Find(name) is not { } value)
        {
            if (_object is not null)
                _problems.Add($"{_path}{name} is missing.");
            return "";
        }

        var word = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (word.Length < 1 || word.Length > mostCharacters || !word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_'))
            Refuse(name, value, $"must be 1 to {mostCharacters} letters, digits, dots, dashes or underscores");
        return word;
    }

    /// <summary>A list of words, of the allowed ones when these are given; null when it is absent or null.</summary>
    public IReadOnlyList<string>? Words(string name, IReadOnlyList<string>? allowed = null)
    {
        if (Find(name) is not { ValueKind: not JsonValueKind.Null } value)
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            var words = value.EnumerateArray().Select(item => item.GetString()!).ToList();
            if (words.TrueForAll(word => word.Length > 0 && allowed?.Contains(word) is not false) && words.Distinct().Count() == words.Count)
                return words;
        }

        Refuse(name, value, $"must be a list of different {(allowed is null ? "names" : $"words of: {string.Join(", ", allowed)}")}");
        return null;
    }

    public void RefuseOthers()
    {
        if (_object is { } fields)
            _problems.AddRange(fields.EnumerateObject().Where(field => !_asked.Contains(field.Name)).Select(field => $"{_path}{field.Name} is not a field of a policy."));
    }

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return _object is { } fields && fields.TryGetProperty(name, out var value) ? value : null;
    }

    private void Refuse(string name, JsonElement value, string must) => _problems.Add($"{_path}{name} is {value.GetRawText()}, it {must}.");
}
