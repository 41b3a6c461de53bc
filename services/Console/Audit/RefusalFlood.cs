namespace WorkflowRecovery.Console.Audit;

/// <summary>Lets so many through in each minute and counts the others.</summary>
internal sealed class RefusalFlood(int perMinute)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _began = DateTimeOffset.MinValue;
    private int _admitted;
    private int _untold;

    /// <param name="now">The time.</param>
    /// <param name="untold">How many were not let through since the last one that was.</param>
    public bool Admit(DateTimeOffset now, out int untold)
    {
        lock (_lock)
        {
            if (now - _began >= Minute)
                (_began, _admitted) = (now, 0);
            untold = _untold;
            if (_admitted >= perMinute)
            {
                _untold++;
                return false;
            }

            _admitted++;
            _untold = 0;
            return true;
        }
    }

    /// <summary>Some that were let through could not be told of: the next that is tells of them.</summary>
    public void Owe(int more)
    {
        lock (_lock)
            _untold += more;
    }

    /// <summary>Whether its minute is over.</summary>
    /// <param name="now">The time.</param>
    /// <param name="untold">How many nobody was told of.</param>
    public bool IsQuiet(DateTimeOffset now, out int untold)
    {
        lock (_lock)
        {
            untold = _untold;
            return now - _began >= Minute;
        }
    }
}
