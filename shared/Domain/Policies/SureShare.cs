namespace WorkflowRecovery.Domain.Policies;

/// <summary>
/// A share of cases, with what it surely exceeds however often one looks. A gambler starts with a capital of 1 and bets on
/// each case that the share is above some value: where it is not, he cannot gain on average, whatever came before, and the
/// chance that his capital ever reaches 1/level is at most the level (Ville's inequality). He splits his capital evenly over
/// stakes from nothing to all, since nobody knows beforehand how far above it is. What he has depends on the counts alone.
/// Testing by betting: Waudby-Smith and Ramdas 2023, "Estimating means of bounded random variables by betting".
/// </summary>
/// <param name="Cases">All cases, counted from a beginning that does not depend on how they came out.</param>
/// <param name="Hits">Those that count, 0 to <paramref name="Cases"/>.</param>
public sealed record SureShare(long Cases, long Hits)
{
    /// <summary>The most that the chance may be of <see cref="LowerBound"/> ever being above the share.</summary>
    public const double Level = 0.025;

    private const int Stakes = 64;
    private const int Halvings = 50;

    /// <summary>The largest share at which the gambler has 1/<see cref="Level"/>; 0 without cases.</summary>
    public double LowerBound
    {
        get
        {
            var (surely, doubtful) = (0.0, 1.0);
            for (var halving = 0; Hits > 0 && halving < Halvings; halving++)
            {
                var between = (surely + doubtful) / 2;
                (surely, doubtful) = EvidenceAbove(between) >= 1 / Level ? (between, doubtful) : (surely, between);
            }

            return surely;
        }
    }

    /// <summary>The gambler's capital, from 1; it falls as the share rises that he bets against.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public double EvidenceAbove(double share)
    {
        var capital = 0.0;
        for (var at = 0; at < Stakes; at++)
        {
            var stake = (at + 0.5) / Stakes;
            var (won, lost) = (Math.Log(1 + (stake * (1 - share) / share)), Math.Log(1 - stake));
            capital += Math.Exp((Hits * won) + ((Cases - Hits) * lost)) / Stakes;
        }

        return capital;
    }
}
