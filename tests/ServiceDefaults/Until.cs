using System.Diagnostics;

namespace WorkflowRecovery.ServiceDefaults.Tests;

/// <summary>Waits for what must come to be, asking often; fails when it does not.</summary>
internal static class Until
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    public static async Task TrueAsync(string what, Func<Task<bool>> condition)
    {
        for (var watch = Stopwatch.StartNew(); !await condition(); await Task.Delay(20, TestContext.Current.CancellationToken))
            Assert.True(watch.Elapsed < Limit, $"not within {Limit.TotalSeconds} s: {what}");
    }
}
