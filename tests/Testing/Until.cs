using System.Diagnostics;

namespace WorkflowRecovery.Testing;

/// <summary>Waits for what must come to be, asking often; fails when it does not.</summary>
public static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for a condition.</summary>
    /// <param name="what">What it would say of the world, for whoever reads that it never held.</param>
    /// <param name="condition">Whether it holds now.</param>
    public static async Task TrueAsync(string what, Func<Task<bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        for (var watch = Stopwatch.StartNew(); !await condition(); await Task.Delay(Often, TestContext.Current.CancellationToken))
            Assert.True(watch.Elapsed < Limit, $"not within {Limit.TotalSeconds} s: {what}");
    }

    /// <summary>The same of a condition that takes no time to ask.</summary>
    /// <param name="what">See above.</param>
    /// <param name="condition">Whether it holds now.</param>
    public static Task TrueAsync(string what, Func<bool> condition) => TrueAsync(what, () => Task.FromResult(condition()));
}
