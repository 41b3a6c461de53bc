using System.Text.Json;

/// <summary>What an executor keeps in mind; a real one keeps it in a database, since it must outlive a restart.</summary>
internal sealed class Executor
{
    private readonly HashSet<string> _messages = [];
    private readonly HashSet<Guid> _effects = [];
    private readonly Dictionary<Guid, int> _newest = [];

    /// <summary>What to do about a recommendation, in a word or two.</summary>
    public string Decide(string messageId, JsonElement recommendation, DateTimeOffset now)
    {
        if (!_messages.Add(messageId))
            return "drop: delivered before";

        var id = recommendation.GetProperty("recommendationId").GetGuid();
        var revision = recommendation.GetProperty("revision").GetInt32();
        if (_newest.TryGetValue(id, out var newest) && newest > revision)
            return "drop: there is a newer revision";

        _newest[id] = revision;
        if (recommendation.GetProperty("disposition").GetString() is not ("automatic" or "approved"))
            return "leave to the operators";
        if (recommendation.GetProperty("expiresAt").GetDateTimeOffset() <= now)
            return "drop: expired";

        return _effects.Add(recommendation.GetProperty("effectKey").GetGuid()) ? "act" : "drop: done before";
    }
}
