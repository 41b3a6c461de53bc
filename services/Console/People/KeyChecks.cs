using System.Diagnostics.Metrics;
using System.Threading.RateLimiting;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.ServiceDefaults.Telemetry;

namespace WorkflowRecovery.Console.People;

/// <summary>
/// Checks of keys and tokens: who gave wrong ones too often waits, whatever they give next. Right ones cost nothing. The first
/// wrong one of each address and minute is written down, with how many came since the last that was; all are counted.
/// </summary>
internal sealed class KeyChecks(RefusalLog refusals, TimeProvider clock) : IDisposable
{
    public const int WrongPerMinute = 10;

    private static readonly Counter<long> Refused = RecoveryTelemetry.Meter.CreateCounter<long>(
        "workflow_recovery.console.keys_refused", "{key}", "Wrong keys and tokens that the console was given");

    private readonly PartitionedRateLimiter<string> _wrong = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = WrongPerMinute, Window = TimeSpan.FromMinutes(1) }));

    private readonly RefusalSources _sources = new(perMinute: 1, RefusalSources.Usual);

    /// <param name="context">Whose request it is.</param>
    /// <param name="way">What the key is for.</param>
    /// <param name="check">Looks whether the key is right; null means that it is not.</param>
    /// <returns>What the check found; null also for those who have to wait.</returns>
    public async Task<T?> TryAsync<T>(HttpContext context, string way, Func<T?> check) where T : class
    {
        if (MustWait(context))
            return null;
        if (check() is { } found)
            return found;
        await RefuseAsync(context, way, "wrong key");
        return null;
    }

    /// <summary>Holds a wrong one against whoever sent it.</summary>
    public async Task RefuseAsync(HttpContext context, string way, string why)
    {
        var from = AddressOf(context);
        Refused.Add(1, new KeyValuePair<string, object?>("way", way));
        using var one = _wrong.AttemptAcquire(from);
        if (_sources.Of(from, clock.GetUtcNow()).Admit(clock.GetUtcNow(), out var before))
            await refusals.WriteAsync(new(RefusalLog.Nobody, Role: null, AuditVerbs.SignInRefused) { Details = new { way, why, from, before } }, from);
    }

    public bool MustWait(HttpContext context)
    {
        using var one = _wrong.AttemptAcquire(AddressOf(context), permitCount: 0);
        return !one.IsAcquired;
    }

    public void Dispose() => _wrong.Dispose();

    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
