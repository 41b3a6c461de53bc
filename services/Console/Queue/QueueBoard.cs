namespace WorkflowRecovery.Console.Queue;

/// <summary>All open cases in memory. Any thread may read and write; a reader gets a snapshot that stays as it is.</summary>
internal sealed class QueueBoard
{
    private readonly Lock _writing = new();
    private readonly Dictionary<Guid, QueueCase> _cases = [];
    private readonly Dictionary<string, Guid> _newest = [];
    private readonly Dictionary<string, HashSet<Guid>> _ofWorkflow = [];
    private readonly Dictionary<string, QueueWorkflow> _workflows = [];
    private QueueSnapshot _current = QueueSnapshot.Empty;

    public QueueSnapshot Current => Volatile.Read(ref _current);

    /// <summary>There is a new snapshot.</summary>
    public event Action? Changed;

    /// <summary>Puts in what was found, and takes out what was asked for and not found.</summary>
    public void Apply(IEnumerable<Guid> asked, IReadOnlyCollection<QueueCase> found)
    {
        lock (_writing)
        {
            var touched = new HashSet<string>();
            var known = found.Select(task => task.EventId).ToHashSet();
            foreach (var gone in asked.Where(eventId => !known.Contains(eventId)))
                Remove(gone, touched);
            foreach (var task in found)
                Put(task, touched);
            if (touched.Count > 0 || !_current.IsLoaded)
                Publish(touched);
        }

        Changed?.Invoke();
    }

    /// <summary>The open cases of a workflow.</summary>
    public IReadOnlyList<Guid> EventsOf(string workflow)
    {
        lock (_writing)
            return _ofWorkflow.TryGetValue(workflow, out var events) ? [.. events] : [];
    }

    /// <summary>Events to read again, held against the marks of all that is open: new, changed or gone.</summary>
    public IReadOnlyList<Guid> StaleAgainst(IReadOnlyCollection<QueueMark> marks)
    {
        lock (_writing)
        {
            var open = marks.Select(mark => mark.EventId).ToHashSet();
            return
            [
                .. marks.Where(mark => !_cases.TryGetValue(mark.EventId, out var known) || QueueMark.Of(known) != mark).Select(mark => mark.EventId),
                .. _cases.Keys.Where(eventId => !open.Contains(eventId)),
            ];
        }
    }

    private void Put(QueueCase task, HashSet<string> touched)
    {
        // A new round is heard of before the end of the old one, or in its stead.
        if (_newest.TryGetValue(task.Task, out var other) && other != task.EventId)
        {
            if (_cases[other].ReportedAt > task.ReportedAt)
                return;
            Remove(other, touched);
        }

        if (_cases.TryGetValue(task.EventId, out var known) && known.Revision > task.Revision)
            return;

        (_cases[task.EventId], _newest[task.Task]) = (task, task.EventId);
        (_ofWorkflow.TryGetValue(task.Workflow, out var events) ? events : _ofWorkflow[task.Workflow] = []).Add(task.EventId);
        touched.Add(task.Workflow);
    }

    private void Remove(Guid eventId, HashSet<string> touched)
    {
        if (!_cases.Remove(eventId, out var gone))
            return;

        _newest.Remove(gone.Task);
        _ofWorkflow[gone.Workflow].Remove(eventId);
        touched.Add(gone.Workflow);
    }

    private void Publish(HashSet<string> touched)
    {
        foreach (var name in touched)
        {
            if (_ofWorkflow[name].Count > 0)
            {
                _workflows[name] = new(name, _ofWorkflow[name].Select(eventId => _cases[eventId]));
            }
            else
            {
                _ofWorkflow.Remove(name);
                _workflows.Remove(name);
            }
        }

        Volatile.Write(ref _current, new(_current.Version + 1, IsLoaded: true, [.. _workflows.Values]));
    }
}
