using System.Collections.Concurrent;

namespace WorkflowRecovery.Console.Audit;

/// <summary>Lets the first of each source and minute through and counts the others.</summary>
internal sealed class RefusalSources
{
    private const int MostSources = 10_000;

    private readonly ConcurrentDictionary<string, RefusalFlood> _floods = new(StringComparer.Ordinal);

    /// <param name="source">Whom it came from.</param>
    /// <param name="now">The time.</param>
    /// <param name="untold">How many of this source were not let through since the last one that was.</param>
    public bool Admit(string source, DateTimeOffset now, out int untold)
    {
        if (_floods.Count >= MostSources)
            _floods.Clear();
        return _floods.GetOrAdd(source, _ => new(perMinute: 1)).Admit(now, out untold);
    }
}
