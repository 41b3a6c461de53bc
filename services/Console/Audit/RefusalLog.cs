namespace WorkflowRecovery.Console.Audit;

/// <summary>
/// Writes refusals down, but not more of them than a person could read: a flood is counted instead. Those of people with a role are
/// counted apart from those of everybody else, so that nobody outside can drown them.
/// </summary>
internal sealed class RefusalLog(AuditTrail trail, TimeProvider clock)
{
    /// <summary>Who they are of whom not even a name is known.</summary>
    public const string Nobody = "nobody";

    public const int PerMinute = 60;

    private readonly RefusalFlood _ofPeople = new(PerMinute);
    private readonly RefusalFlood _ofOthers = new(PerMinute);

    public Task WriteAsync(AuditEntry refused, CancellationToken cancellation) =>
        (refused.Role is null ? _ofOthers : _ofPeople).Admit(clock.GetUtcNow(), out var untold)
            ? trail.WriteAsync(refused with { Details = new { refused.Details, untold } }, cancellation)
            : Task.CompletedTask;
}
