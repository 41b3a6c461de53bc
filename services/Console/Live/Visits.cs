namespace WorkflowRecovery.Console.Live;

/// <summary>Who looks at which workflow, in this process and, as far as was heard lately, in others. Any thread may ask.</summary>
internal sealed class Visits
{
    /// <summary>A visit elsewhere that nobody has spoken of for so long is over.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(60);

    private readonly Lock _writing = new();
    private readonly Dictionary<Guid, (PresenceMessage Visit, DateTimeOffset? HeardAt)> _visits = [];

    /// <summary>Visits of this process; they last until they end.</summary>
    public IReadOnlyList<PresenceMessage> Own
    {
        get
        {
            lock (_writing)
                return [.. _visits.Values.Where(known => known.HeardAt is null).Select(known => known.Visit)];
        }
    }

    public void Begin(PresenceMessage visit)
    {
        lock (_writing)
            _visits[visit.Visit] = (visit, null);
    }

    public void End(Guid visit)
    {
        lock (_writing)
            _visits.Remove(visit);
    }

    /// <summary>Takes over what was heard, also of ourselves.</summary>
    public void Hear(PresenceMessage visit, DateTimeOffset now)
    {
        lock (_writing)
        {
            if (_visits.TryGetValue(visit.Visit, out var known) && known.HeardAt is null)
                return;

            if (visit.IsHere)
                _visits[visit.Visit] = (visit, now);
            else
                _visits.Remove(visit.Visit);
        }
    }

    /// <summary>Those who look at a workflow beside a user, each once, by name.</summary>
    public IReadOnlyList<string> Beside(string user, string workflow, DateTimeOffset now)
    {
        lock (_writing)
        {
            foreach (var (visit, _) in _visits.Where(known => known.Value.HeardAt + Forgotten < now).ToList())
                _visits.Remove(visit);
            return [.. _visits.Values.Select(known => known.Visit).Where(visit => visit.Workflow == workflow && visit.User != user)
                .Select(visit => visit.User).Distinct().Order(StringComparer.Ordinal)];
        }
    }
}
