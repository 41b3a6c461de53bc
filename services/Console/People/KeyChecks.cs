using System.Threading.RateLimiting;
using WorkflowRecovery.Console.Audit;

namespace WorkflowRecovery.Console.People;

/// <summary>
/// Checks of keys and tokens: who gave wrong ones too often waits, whatever they give next. Right ones cost nothing.
/// </summary>
internal sealed class KeyChecks(RefusalLog refusals) : IDisposable
{
    public const int WrongPerMinute = 10;

    private readonly PartitionedRateLimiter<string> _wrong = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = WrongPerMinute, Window = TimeSpan.FromMinutes(1) }));

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
        using var one = _wrong.AttemptAcquire(AddressOf(context));
        await refusals.WriteAsync(
            "nobody", role: null, AuditVerbs.SignInRefused, new { way, why = "wrong key", from = AddressOf(context) }, context.RequestAborted);
        return null;
    }

    public bool MustWait(HttpContext context)
    {
        using var one = _wrong.AttemptAcquire(AddressOf(context), permitCount: 0);
        return !one.IsAcquired;
    }

    public void Dispose() => _wrong.Dispose();

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
