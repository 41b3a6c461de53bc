namespace WorkflowRecovery.Console.Audit;

/// <summary>
/// Writes refusals down, but not more of them than a person could read: a flood is counted instead, apart for each person with a role
/// and for each address of those without one, so that nobody can drown what others are refused.
/// </summary>
internal sealed class RefusalLog(AuditTrail trail, TimeProvider clock)
{
    /// <summary>Who they are of whom not even a name is known.</summary>
    public const string Nobody = "nobody";

    /// <summary>Of each person and of each address.</summary>
    public const int PerMinute = 60;

    /// <summary>Addresses that are counted apart; the others share one count.</summary>
    public const int MostAddresses = 100;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly RefusalSources _people = new(PerMinute, RefusalSources.Usual);
    private readonly RefusalSources _addresses = new(PerMinute, MostAddresses);

    /// <summary>No token of the caller: who hangs up before the answer was refused all the same.</summary>
    /// <param name="refused">What was refused.</param>
    /// <param name="from">The address that it came from, where it is known.</param>
    public async Task WriteAsync(AuditEntry refused, string from = "")
    {
        var flood = refused.Role is null ? _addresses.Of(from, clock.GetUtcNow()) : _people.Of(refused.Who, clock.GetUtcNow());
        if (!flood.Admit(clock.GetUtcNow(), out var untold))
            return;

        try
        {
            using var soon = new CancellationTokenSource(Longest, clock);
            await trail.WriteAsync(refused with { Details = new { refused.Details, untold } }, soon.Token);
        }
        catch (Exception failure)
        {
            flood.Owe(untold + 1);
            // A page takes a cancellation for its own end and would say nothing.
            if (failure is OperationCanceledException)
                throw new TimeoutException($"A refusal could not be written down within {Longest.TotalSeconds} s.", failure);
            throw;
        }
    }
}
