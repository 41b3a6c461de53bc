namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>What a comparison has come to.</summary>
public enum ComparisonVerdict
{
    /// <summary>The cases so far do not tell.</summary>
    Open,

    /// <summary>The challenger is better.</summary>
    Better,

    /// <summary>The challenger is worse.</summary>
    Worse,
}

/// <summary>
/// Whether a challenger's loss is lower than the champion's, case by case, with leave to look after every case and to stop
/// at any. Two gamblers start with a capital of 1. The first bets on the challenger: on each difference x it wins or loses
/// the stake times x, so that on average it cannot gain unless the challenger is better given all that came before. The
/// chance that such a capital ever reaches 1/level is at most the level (Ville's inequality), whenever one looks. The
/// second bets against the challenger in the same way. Each splits its capital evenly over fixed stakes from timid to
/// bold, since nobody knows beforehand how large the difference is: testing by betting (Waudby-Smith and Ramdas 2023,
/// "Estimating means of bounded random variables by betting"), with a grid of bets.
/// </summary>
public sealed class SequentialComparison
{
    private static readonly double[] Stakes = [1 / 128.0, 1 / 64.0, 1 / 32.0, 1 / 16.0, 1 / 8.0, 1 / 4.0, 1 / 2.0];

    private readonly double _level;
    private readonly double[] _better = new double[Stakes.Length];
    private readonly double[] _worse = new double[Stakes.Length];
    private double _sum;

    /// <summary>A comparison without any case yet.</summary>
    /// <param name="level">The most that the chance of a false verdict to either side may be, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public SequentialComparison(double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        _level = level;
    }

    /// <summary>What was found; the first finding stays, whatever comes after it.</summary>
    public ComparisonVerdict Verdict { get; private set; }

    /// <summary>Cases that were looked at until the finding.</summary>
    public int Cases { get; private set; }

    /// <summary>Mean of their differences; above 0 the challenger did better; 0 without a case.</summary>
    public double Mean => Cases == 0 ? 0 : _sum / Cases;

    /// <summary>Capital of the gambler on the challenger, from 1; the challenger is better once it reaches 1/level.</summary>
    public double Evidence => CapitalOf(_better);

    /// <summary>Capital of the gambler against the challenger, from 1; the challenger is worse once it reaches 1/level.</summary>
    public double EvidenceAgainst => CapitalOf(_worse);

    /// <summary>Looks at the next case, which must not depend on what the differences before it were. After a finding nothing is changed.</summary>
    /// <param name="difference">The champion's loss minus the challenger's, scaled to -1 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The difference is not within -1 and 1.</exception>
    public void Add(double difference)
    {
        if (difference is not (>= -1 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "a difference lies within -1 and 1");
        if (Verdict != ComparisonVerdict.Open)
            return;

        Cases++;
        _sum += difference;
        for (var at = 0; at < Stakes.Length; at++)
        {
            _better[at] += Math.Log(1 + (Stakes[at] * difference));
            _worse[at] += Math.Log(1 - (Stakes[at] * difference));
        }

        if (Evidence >= 1 / _level)
            Verdict = ComparisonVerdict.Better;
        else if (EvidenceAgainst >= 1 / _level)
            Verdict = ComparisonVerdict.Worse;
    }

    private static double CapitalOf(double[] logarithms) => logarithms.Average(Math.Exp);
}
