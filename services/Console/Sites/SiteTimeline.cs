using WorkflowRecovery.Console.Charts;

namespace WorkflowRecovery.Console.Sites;

/// <summary>How one thing that is said of a site went.</summary>
/// <param name="Now">What holds now; null when nothing was ever said.</param>
/// <param name="Since">Since when; null when nothing was ever said.</param>
/// <param name="IsLonger">Whether it may have held before <paramref name="Since"/>, since it was not looked at farther back.</param>
/// <param name="Stretches">The time from the first day that is shown until now.</param>
public sealed record SiteTimeline(string? Now, DateTimeOffset? Since, bool IsLonger, IReadOnlyList<Stretch> Stretches)
{
    /// <param name="sayings">Of one site and kind in the order in which they hold; the first may be older than <paramref name="from"/>.</param>
    /// <param name="from">The first time that is shown.</param>
    /// <param name="now">Now, the last.</param>
    internal static SiteTimeline Of(IReadOnlyList<SiteSaying> sayings, DateTimeOffset from, DateTimeOffset now)
    {
        var stretches = new List<Stretch>();
        var (word, begun, since) = ((string?)null, from, (DateTimeOffset?)null);
        foreach (var saying in sayings.Where(saying => saying.EffectiveAt <= now && saying.Word != word))
        {
            Close(saying.EffectiveAt);
            (word, since) = (saying.Word, saying.EffectiveAt);
        }

        Close(now);
        return new(word, since, since <= from, stretches);

        // What is said of one time only by one of several sources is overruled by the last of them.
        void Close(DateTimeOffset until)
        {
            if (until > begun)
                stretches.Add(new Stretch(word, begun, until));
            begun = until > from ? until : from;
        }
    }
}
