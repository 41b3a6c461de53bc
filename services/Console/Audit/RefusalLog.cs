namespace WorkflowRecovery.Console.Audit;

/// <summary>Writes refusals down, but not more of them than a person could read: a flood is counted instead.</summary>
internal sealed class RefusalLog(AuditTrail trail, TimeProvider clock)
{
    public const int PerMinute = 60;

    private readonly RefusalFlood _flood = new(PerMinute);

    public Task WriteAsync(string who, string? role, string what, object details, CancellationToken cancellation) =>
        _flood.Admit(clock.GetUtcNow(), out var untold)
            ? trail.WriteAsync(new AuditEntry(who, role, what) { Details = new { details, untold } }, cancellation)
            : Task.CompletedTask;
}
