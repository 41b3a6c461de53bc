namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>A mark on an axis.</summary>
/// <param name="Text">Without, it is a small mark between two with numbers.</param>
internal readonly record struct Tick(double Value, string? Text);

/// <summary>Round numbers along an axis.</summary>
internal static class TickMarks
{
    private const double LongestPlain = 1e6;
    private const int FinestPlain = -5;
    private const double NarrowDecades = 2.5;
    private const double ManyDecades = 8;

    /// <summary>Steps within a range, with their numbers.</summary>
    public static IReadOnlyList<Tick> Linear(double from, double to, RoundStep step, bool percent)
    {
        var (first, last) = (step.CountAbove(from), step.CountBelow(to));
        var plain = Math.Max(Math.Abs(from), Math.Abs(to)) < LongestPlain && step.Exponent >= FinestPlain;
        var decimals = Math.Max(0, -step.Exponent - (percent ? 2 : 0));
        return
        [
            .. Enumerable.Range(0, (int)(last - first) + 1).Select(index => step.Times(first + index))
                .Select(value => new Tick(value, percent ? Numbers.Percent(value, decimals) : plain ? Numbers.Fixed(value, decimals) : Numbers.Power(value))),
        ];
    }

    /// <summary>Numbers that a logarithmic axis over this range may carry: 1-2-5 in each decade of a short one, otherwise whole decades; one step beyond each end.</summary>
    public static IReadOnlyList<double> Candidates(double from, double to)
    {
        var decades = Math.Log10(to / from);
        var every = Math.Max(1, (int)Math.Ceiling(decades / ManyDecades));
        int[] factors = decades <= NarrowDecades ? [1, 2, 5] : [1];
        var (first, last) = ((int)Math.Floor(Math.Log10(from) / every) - 1, (int)Math.Ceiling(Math.Log10(to) / every) + 1);
        return [.. Enumerable.Range(first, last - first + 1).SelectMany(decade => factors.Select(factor => RoundStep.Decimally(factor, decade * every)))];
    }

    /// <summary>The chosen numbers within the range, and the small marks between them where every decade has its number.</summary>
    public static IReadOnlyList<Tick> Logarithmic(double from, double to, IReadOnlyList<double> candidates, bool percent)
    {
        var labelled = candidates.Where(value => value >= from && value <= to).ToList();
        var plain = labelled.TrueForAll(value => value is >= 0.001 and < 10_000);
        var ticks = labelled.Select(value => new Tick(value, percent ? $"{Numbers.Plain(value * 100)}%" : plain ? Numbers.Plain(value) : Numbers.Power(value)));
        return [.. ticks.Concat(Between(from, to, labelled)).OrderBy(tick => tick.Value)];
    }

    private static IEnumerable<Tick> Between(double from, double to, List<double> labelled)
    {
        if (Math.Log10(to / from) > ManyDecades)
            return [];
        var (first, last) = ((int)Math.Floor(Math.Log10(from)), (int)Math.Ceiling(Math.Log10(to)));
        return Enumerable.Range(first, last - first + 1)
            .SelectMany(decade => Enumerable.Range(1, 9).Select(factor => RoundStep.Decimally(factor, decade)))
            .Where(value => value >= from && value <= to && !labelled.Contains(value))
            .Select(value => new Tick(value, null));
    }
}
