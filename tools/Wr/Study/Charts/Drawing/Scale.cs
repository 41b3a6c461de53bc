namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>An axis that knows its ends and its numbers.</summary>
internal sealed record Scale(double From, double To, bool Logarithmic, IReadOnlyList<Tick> Ticks)
{
    private const double FarOutside = 50;
    private const double Least = 1e-9;

    /// <summary>Round ends about all values where the axis does not set them; what an axis cannot show is not looked at.</summary>
    /// <param name="about">How many numbers there should be.</param>
    /// <exception cref="ArgumentException">The ends that the axis sets are no range, or are not above 0 on a logarithmic axis.</exception>
    public static Scale Of(Axis axis, IEnumerable<double?> values, int about = 6)
    {
        Check(axis);
        var shown = values.Where(value => CanShow(axis, value)).Select(value => value!.Value).DefaultIfEmpty(axis.From ?? axis.To ?? 1).ToList();
        var (low, high) = Apart(axis, axis.From ?? shown.Min(), axis.To ?? shown.Max());
        return axis.Logarithmic ? OfPowers(axis, low, high) : OfSteps(axis, low, high, about);
    }

    /// <summary>Whether there is a place for it: a finite number, above 0 on a logarithmic axis.</summary>
    public static bool CanShow(Axis axis, double? value) =>
        Numbers.Drawable(value) is { } number && (!axis.Logarithmic || number >= 1e-100);

    public bool Holds(double value) => value >= From && value <= To;

    /// <summary>How far along the axis, 0 to 1; outside of it less or more, up to fifty lengths.</summary>
    public double Share(double value)
    {
        if (Logarithmic && value <= 0)
            return -FarOutside;
        var share = Logarithmic ? Math.Log(value / From) / Math.Log(To / From) : (value - From) / (To - From);
        return Math.Clamp(share, -FarOutside, FarOutside);
    }

    private static Scale OfSteps(Axis axis, double low, double high, int about)
    {
        var step = RoundStep.NotBelow((high - low) / about);
        var (from, to) = (axis.From ?? step.Times(step.CountBelow(low)), axis.To ?? step.Times(step.CountAbove(high)));
        return new Scale(from, to, false, TickMarks.Linear(from, to, step, axis.Percent));
    }

    private static Scale OfPowers(Axis axis, double low, double high)
    {
        var candidates = TickMarks.Candidates(low, high);
        var (from, to) = (axis.From ?? candidates.Last(value => value <= low), axis.To ?? candidates.First(value => value >= high));
        var ticks = TickMarks.Logarithmic(from, to, candidates, axis.Percent);
        if (ticks.Count(tick => tick.Text is not null) < 2)
            ticks = TickMarks.Linear(from, to, RoundStep.NotBelow((to - from) / 4), axis.Percent);
        return new Scale(from, to, true, ticks);
    }

    private static void Check(Axis axis)
    {
        if (axis.From is { } from && !CanShow(axis, from))
            throw new ArgumentException($"The axis {axis.Label} cannot begin at {from}.", nameof(axis));
        if (axis.To is { } to && !CanShow(axis, to))
            throw new ArgumentException($"The axis {axis.Label} cannot end at {to}.", nameof(axis));
        if (axis is { From: { } first, To: { } last } && !AreApart(first, last))
            throw new ArgumentException($"The axis {axis.Label} from {first} to {last} is no range.", nameof(axis));
    }

    /// <summary>Moves the ends that are free until there is something between them.</summary>
    private static (double Low, double High) Apart(Axis axis, double low, double high)
    {
        if (AreApart(low, high))
            return (low, high);
        var middle = axis.From ?? axis.To ?? low;
        if (axis.Logarithmic)
            return (axis.From ?? middle / 2, axis.To ?? middle * 2);
        var room = middle is 0 ? 1 : Math.Abs(middle) / 20;
        return (axis.From ?? middle - room, axis.To ?? middle + room);
    }

    private static bool AreApart(double low, double high) => high - low > Least * Math.Max(Math.Abs(low), Math.Abs(high));
}
