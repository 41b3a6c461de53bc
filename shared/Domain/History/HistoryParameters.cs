using System.Collections.Immutable;
using System.Text.Json;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.History;

/// <summary>Reads the <c>parameters</c> of a record.</summary>
internal sealed class HistoryParameters(ReadingNotes notes)
{
    private readonly List<string> _sites = [];
    private string? _word;
    private RecoveryActionKind? _inner;
    private RecoveryAction _set = new(RecoveryActionKind.Acdc);

    /// <summary>Whether anything but the action was there.</summary>
    public bool Given { get; private set; }

    /// <summary>The action; null with a reason when the record does not tell which it was.</summary>
    public RecoveryAction? ToAction(out string? problem)
    {
        problem = null;
        if (ParameterWords.TryAction(_word, out var kind))
            return _set with { Kind = kind, Sites = Sites() };

        if (string.Equals(_word?.Trim(), "special", StringComparison.OrdinalIgnoreCase))
        {
            if (_inner is { } inner)
                return _set with { Kind = inner, Sites = Sites() };

            problem = "the action is 'special' and nothing tells which one";
            return null;
        }

        problem = _word is null ? "no action is given" : $"the action {ReadingNotes.Show(_word)} is unknown";
        return null;
    }

    public void Read(ref Utf8JsonReader reader)
    {
        if (!JsonValues.IsObject(ref reader, "parameters", notes))
            return;

        while (JsonValues.TryNextMember(ref reader, out var name))
        {
            if (name == "action")
            {
                ReadAction(JsonValues.ReadText(ref reader));
                continue;
            }

            Given = true;
            if (name == "sites")
                ReadSites(ref reader);
            else
                Set(name, JsonValues.ReadText(ref reader));
        }
    }

    private void ReadAction(string? word)
    {
        // Older dumps could hold the key twice, once as "special" and once as the choice behind it.
        if (ParameterWords.TrySpecial(word, out var special))
            _inner = special;

        _word = word;
    }

    private void Set(string name, string? text)
    {
        switch (name)
        {
            case "memory":
                _set = _set with { MemoryMb = Known(ParameterWords.TryMemoryMb(text, out var memory), name, text) ? memory : null };
                break;
            case "cores":
                _set = _set with { Cores = Known(ParameterWords.TryCores(text, out var cores), name, text) ? cores : null };
                break;
            case "splitting":
                _set = _set with { Splitting = Known(ParameterWords.TrySplitting(text, out var splitting), name, text) ? splitting : null };
                break;
            case "xrootd":
                _set = _set with { Xrootd = Known(ParameterWords.TrySwitch(text, out var xrootd), name, text) ? xrootd : null };
                break;
            case "secondary":
                _set = _set with { Secondary = Known(ParameterWords.TrySwitch(text, out var secondary), name, text) ? secondary : null };
                break;
            default:
                if (ParameterWords.TrySpecial(text, out var special))
                    _inner = special;
                break;
        }
    }

    private bool Known(bool known, string name, string? text)
    {
        if (!known)
            notes.Add($"{name} {ReadingNotes.Show(text)} is not understood: taken as not set");

        return known;
    }

    private void ReadSites(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            // Early records hold one bare name instead of a list.
            AddSite(reader.TokenType is JsonTokenType.String or JsonTokenType.Null, JsonValues.ReadText(ref reader));
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            AddSite(reader.TokenType == JsonTokenType.String, JsonValues.ReadText(ref reader));
    }

    private void AddSite(bool isText, string? name)
    {
        var site = SiteCatalogue.Normalize(name);
        if (!isText || site.Length > Limits.NameCharacters)
            notes.Add($"{ReadingNotes.Show(name)} in sites is not a site name: left out");
        else if (site.Length > 0)
            _sites.Add(site);
    }

    private ImmutableArray<string> Sites() => [.. _sites.Distinct()];
}
