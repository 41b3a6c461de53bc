using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowRecovery.Learning.Search;

namespace WorkflowRecovery.Wr.Study;

/// <summary>The trials of searches in a file, so that a later study goes on from them. May be used from several threads.</summary>
internal sealed class KeptTrials
{
    private readonly string? _file;
    private readonly JsonObject _searches;
    private readonly Lock _lock = new();

    private KeptTrials(string? file, JsonObject searches) => (_file, _searches) = (file, searches);

    /// <summary>Opens a file, which need not exist yet; without one nothing is kept.</summary>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static KeptTrials Open(string? file)
    {
        if (file is null || !File.Exists(file))
            return new(file, []);

        try
        {
            var read = JsonNode.Parse(File.ReadAllText(file), nodeOptions: null, new() { AllowDuplicateProperties = false });
            return new(file, read as JsonObject ?? throw new InvalidDataException($"{file} does not hold the trials of a study"));
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{file} does not hold the trials of a study: {problem.Message}", problem);
        }
    }

    /// <summary>What was tried before; none for a search not met yet.</summary>
    /// <exception cref="InvalidDataException">The trials are of another space.</exception>
    public IReadOnlyList<Trial> Of(string search, SearchSpace space)
    {
        try
        {
            lock (_lock)
                return _searches[search] is { } trials ? TrialsJson.Read(space, trials.ToJsonString()) : [];
        }
        catch (FormatException problem)
        {
            throw new InvalidDataException($"{_file}, {search}: {problem.Message}", problem);
        }
    }

    /// <summary>Keeps what was tried so far.</summary>
    public void Keep(string search, IReadOnlyList<Trial> trials)
    {
        if (_file is null)
            return;

        lock (_lock)
        {
            _searches[search] = JsonNode.Parse(TrialsJson.Write(trials));
            var written = $"{_file}.new";
            File.WriteAllText(written, _searches.ToJsonString());
            File.Move(written, _file, overwrite: true);
        }
    }
}
