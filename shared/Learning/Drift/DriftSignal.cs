using System.Globalization;

namespace WorkflowRecovery.Learning.Drift;

/// <summary>A drift that was found.</summary>
/// <param name="Kind">What drifts.</param>
/// <param name="Subject">The error code, the site, or <c>other</c> for other actions than an acdc.</param>
/// <param name="Since">Report of the newest workflow when it was found.</param>
/// <param name="Change">How much.</param>
public sealed record DriftSignal(DriftKind Kind, string Subject, DateTimeOffset Since, ShareChange Change)
{
    /// <summary>The drift as a sentence.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture,
        $"{What}: {100 * Change.Now:0.#} % of the last {Change.Samples} workflows, {100 * Change.Before:0.#} % before.");

    private string What => Kind switch
    {
        DriftKind.Code => $"Most jobs failed with {Subject}",
        DriftKind.Site => $"Most jobs failed at {Subject}",
        _ => "Other actions than an acdc were ordered",
    };
}
