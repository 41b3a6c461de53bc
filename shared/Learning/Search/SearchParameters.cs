namespace WorkflowRecovery.Learning.Search;

/// <summary>One of several options without an order, such as an activation.</summary>
/// <param name="Name">Unique in its space.</param>
/// <param name="Names">The options, at least one.</param>
public sealed record Choice(string Name, IReadOnlyList<string> Names) : SearchParameter(Name)
{
    internal override bool IsOrdered => false;

    internal override int Options => Names.Count;

    internal override double At(double place) => Math.Min((int)(place * Names.Count), Names.Count - 1);

    internal override double PlaceOf(double value) => (value + 0.5) / Names.Count;

    internal override bool Allows(double value) => double.IsInteger(value) && value >= 0 && value < Names.Count;
}

/// <summary>A whole number, such as a number of layers.</summary>
/// <param name="Name">Unique in its space.</param>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest, inclusive.</param>
public sealed record WholeNumber(string Name, int Low, int High) : SearchParameter(Name)
{
    internal override bool IsOrdered => true;

    private double Count => (double)High - Low + 1;

    internal override double At(double place) => Math.Min(Low + Math.Floor(place * Count), High);

    internal override double PlaceOf(double value) => (value - Low + 0.5) / Count;

    internal override bool Allows(double value) => double.IsInteger(value) && value >= Low && value <= High;
}

/// <summary>A real number, such as a share of dropped neurons.</summary>
/// <param name="Name">Unique in its space.</param>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest, above <paramref name="Low"/>.</param>
public sealed record RealNumber(string Name, double Low, double High) : SearchParameter(Name)
{
    internal override bool IsOrdered => true;

    internal override double At(double place) => Math.Clamp(Low + place * (High - Low), Low, High);

    internal override double PlaceOf(double value) => (value - Low) / (High - Low);

    internal override bool Allows(double value) => value >= Low && value <= High;
}

/// <summary>A real number whose logarithm is spread evenly, such as a learning rate.</summary>
/// <param name="Name">Unique in its space.</param>
/// <param name="Low">The lowest, above 0.</param>
/// <param name="High">The highest, above <paramref name="Low"/>.</param>
public sealed record LogNumber(string Name, double Low, double High) : SearchParameter(Name)
{
    internal override bool IsOrdered => true;

    internal override double At(double place) => Math.Clamp(Low * Math.Pow(High / Low, place), Low, High);

    internal override double PlaceOf(double value) => Math.Log(value / Low) / Math.Log(High / Low);

    internal override bool Allows(double value) => value >= Low && value <= High;
}
