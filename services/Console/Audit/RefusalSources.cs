namespace WorkflowRecovery.Console.Audit;

/// <summary>Counts refusals apart for each source. When there are too many at a time, those that come last share one count.</summary>
/// <param name="perMinute">How many of each source are let through in a minute.</param>
/// <param name="most">How many sources are told apart.</param>
internal sealed class RefusalSources(int perMinute, int most)
{
    public const int Usual = 10_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, RefusalFlood> _floods = new(StringComparer.Ordinal);
    private readonly RefusalFlood _others = new(perMinute);
    private DateTimeOffset _cleared = DateTimeOffset.MinValue;

    /// <param name="source">Whom it came from.</param>
    /// <param name="now">The time.</param>
    public RefusalFlood Of(string source, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_floods.TryGetValue(source, out var known))
                return known;
            if (_floods.Count >= most && now - _cleared >= Pause)
                ForgetQuiet(now);
            return _floods.Count >= most ? _others : _floods[source] = new(perMinute);
        }
    }

    private void ForgetQuiet(DateTimeOffset now)
    {
        _cleared = now;
        foreach (var (source, flood) in _floods.ToList())
        {
            if (!flood.IsQuiet(now, out var untold))
                continue;
            _floods.Remove(source);
            _others.Owe(untold);
        }
    }
}
